package dev.gatehouse.identity.federation;

import dev.gatehouse.platform.crypto.Digests;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "identity_federated_identity")
@NamedQuery(name = "FederatedIdentity.count", query = """
    select count(f) from FederatedIdentity f where f.userId = :user and f.issuer = :issuer
    """)
@NamedQuery(
        name = "FederatedIdentity.ofUser",
        query = "select f from FederatedIdentity f where f.userId = :user and f.removedAt is null order by f.createdAt")
@NamedQuery(name = "FederatedIdentity.remove", query = """
    update FederatedIdentity f set f.removedAt = :now
    where f.id = :id and f.userId = :user and f.removedAt is null
    """)
class FederatedIdentity {
    @Id
    String id;

    @Column(name = "user_id")
    String userId;

    String issuer;
    String subject;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "removed_at")
    Instant removedAt;

    protected FederatedIdentity() {}

    FederatedIdentity(String userId, String issuer, String subject, Instant createdAt) {
        this.id = id(issuer, subject);
        this.userId = userId;
        this.issuer = issuer;
        this.subject = subject;
        this.createdAt = createdAt;
    }

    /** Ended by the person: it opens nothing, and only they can link it again. */
    boolean removed() {
        return removedAt != null;
    }

    void linkAgain(String user, Instant now) {
        userId = user;
        createdAt = now;
        removedAt = null;
    }

    /** Both together name somebody; a subject alone means nothing (OpenID Connect Core §5.7). */
    static String id(String issuer, String subject) {
        return Digests.sha256(issuer + "\n" + subject);
    }
}
