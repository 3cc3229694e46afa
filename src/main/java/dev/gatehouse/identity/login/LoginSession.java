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
@NamedQuery(
        name = "LoginSession.keep",
        query = "update LoginSession s set s.signInVersion = s.signInVersion + 1 where s.hash = :hash")
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

    @Column(name = "sign_in_version")
    int signInVersion;

    protected LoginSession() {}

    LoginSession(String hash, Person person, Set<String> methods, Instant createdAt, Instant expiresAt) {
        this.hash = hash;
        this.userId = person.id();
        this.signInVersion = person.signInVersion();
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

    /** Whether the person need not have signed in anew since. */
    boolean counts(Person person) {
        return signInVersion == person.signInVersion();
    }
}
