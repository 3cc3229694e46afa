package dev.gatehouse.identity.federation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "identity_federated_flow")
@NamedQuery(name = "FederatedFlow.answer", query = """
    update FederatedFlow f set f.answeredAt = :now
    where f.stateHash = :hash and f.answeredAt is null and f.expiresAt > :now
    """)
@NamedQuery(name = "FederatedFlow.identify", query = """
    update FederatedFlow f set f.subject = :subject, f.email = :email where f.stateHash = :hash and f.subject is null
    """)
@NamedQuery(name = "FederatedFlow.link", query = """
    update FederatedFlow f set f.linkedAt = :now
    where f.stateHash = :hash and f.subject is not null and f.linkedAt is null and f.expiresAt > :now
    """)
class FederatedFlow {
    @Id
    @Column(name = "state_hash")
    String stateHash;

    @Column(name = "browser_hash")
    String browserHash;

    String provider;

    @Column(name = "return_to")
    String returnTo;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "answered_at")
    Instant answeredAt;

    /** Who came back, when they have no account here yet that is theirs beyond doubt. */
    String subject;

    String email;

    @Column(name = "linked_at")
    Instant linkedAt;

    protected FederatedFlow() {}

    FederatedFlow(String stateHash, String browserHash, String provider, String returnTo, Instant expiresAt) {
        this.stateHash = stateHash;
        this.browserHash = browserHash;
        this.provider = provider;
        this.returnTo = returnTo;
        this.expiresAt = expiresAt;
    }
}
