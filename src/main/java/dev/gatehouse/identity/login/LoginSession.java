package dev.gatehouse.identity.login;

import dev.gatehouse.identity.user.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

@Entity
@Table(name = "identity_login_session")
@NamedQuery(
        name = "LoginSession.end",
        query = "update LoginSession s set s.endedAt = :now where s.hash = :hash and s.endedAt is null")
@NamedQuery(name = "LoginSession.endOthers", query = """
    update LoginSession s set s.endedAt = :now
    where s.userId = :user and s.hash <> :kept and s.endedAt is null
    """)
class LoginSession {
    @Id
    String hash;

    @Column(name = "user_id")
    String userId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "ended_at")
    Instant endedAt;

    String methods;

    protected LoginSession() {}

    LoginSession(String hash, String userId, Set<String> methods, Instant createdAt, Instant expiresAt) {
        this.hash = hash;
        this.userId = userId;
        this.methods = String.join(" ", methods);
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    SignedInUser of(Person person) {
        return new SignedInUser(person, hash, createdAt, Set.of(methods.split(" ")));
    }

    boolean usable(Instant now) {
        return endedAt == null && expiresAt.isAfter(now);
    }
}
