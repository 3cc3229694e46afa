package dev.gatehouse.identity.login;

import dev.gatehouse.identity.user.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "identity_pending_sign_in")
@NamedQuery(name = "PendingSignIn.finish", query = """
    update PendingSignIn p set p.finishedAt = :now
    where p.hash = :hash and p.finishedAt is null and p.expiresAt > :now
    """)
class PendingSignIn {
    @Id
    String hash;

    @Column(name = "user_id")
    String userId;

    String methods;

    @Column(name = "sign_in_version")
    int signInVersion;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    protected PendingSignIn() {}

    PendingSignIn(String hash, Person person, String methods, Instant expiresAt) {
        this.hash = hash;
        this.userId = person.id();
        this.signInVersion = person.signInVersion();
        this.methods = methods;
        this.expiresAt = expiresAt;
    }

    boolean waits(Instant now) {
        return finishedAt == null && expiresAt.isAfter(now);
    }

    /** Whether the person need not have begun anew since. */
    boolean counts(Person person) {
        return signInVersion == person.signInVersion();
    }
}
