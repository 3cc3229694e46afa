package dev.gatehouse.identity.passkey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "identity_passkey")
@NamedQuery(
        name = "Passkey.ofUser",
        query = "select p from Passkey p where p.userId = :user order by p.createdAt, p.id")
@NamedQuery(name = "Passkey.use", query = """
    update Passkey p set p.signCount = :count, p.lastChallenge = :challenge, p.lastUsedAt = :now
    where p.id = :id and p.signCount = :known and p.lastChallenge < :challenge
    """)
@NamedQuery(name = "Passkey.remove", query = "delete from Passkey p where p.id = :id and p.userId = :user")
class Passkey {
    @Id
    String id;

    @Column(name = "user_id")
    String userId;

    String name;

    @Column(name = "credential_id")
    String credentialId;

    @Column(name = "public_key")
    String publicKey;

    @Column(name = "backup_eligible")
    boolean backupEligible;

    @Column(name = "sign_count")
    long signCount;

    /** When the newest challenge that it answered was issued; none may be answered twice. */
    @Column(name = "last_challenge")
    Instant lastChallenge;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    protected Passkey() {}

    Passkey(String id, String userId, String name, NewPasskey made, Instant createdAt) {
        this.id = id;
        this.userId = userId;
        this.name = name;
        this.credentialId = made.credentialId();
        this.publicKey = made.publicKey();
        this.backupEligible = made.backupEligible();
        this.signCount = made.signCount();
        this.lastChallenge = made.challenge();
        this.createdAt = createdAt;
    }

    StoredPasskey stored() {
        return new StoredPasskey(id, userId, name, credentialId, publicKey, backupEligible, signCount, createdAt);
    }
}
