package dev.gatehouse.oauth.grant;

import dev.gatehouse.platform.crypto.Digests;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "oauth_asserted_subject")
@NamedQuery(name = "AssertedSubject.count", query = """
    select count(s) from AssertedSubject s where s.userId = :user and s.issuer = :issuer
    """)
class AssertedSubject {
    @Id
    String id;

    @Column(name = "user_id")
    String userId;

    String issuer;
    String subject;

    @Column(name = "created_at")
    Instant createdAt;

    protected AssertedSubject() {}

    AssertedSubject(String userId, String issuer, String subject, Instant createdAt) {
        this.id = id(issuer, subject);
        this.userId = userId;
        this.issuer = issuer;
        this.subject = subject;
        this.createdAt = createdAt;
    }

    /** A subject is unique within its issuer only (RFC 7519 §4.1.2). */
    static String id(String issuer, String subject) {
        return Digests.sha256(issuer + "\n" + subject);
    }
}
