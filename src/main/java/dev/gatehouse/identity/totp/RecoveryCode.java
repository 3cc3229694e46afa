package dev.gatehouse.identity.totp;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "identity_recovery_code")
@NamedQuery(name = "RecoveryCode.use", query = """
    update RecoveryCode r set r.usedAt = :now where r.hash = :hash and r.userId = :user and r.usedAt is null
    """)
@NamedQuery(
        name = "RecoveryCode.left",
        query = "select count(r) from RecoveryCode r where r.userId = :user and r.usedAt is null")
@NamedQuery(name = "RecoveryCode.removeAll", query = "delete from RecoveryCode r where r.userId = :user")
class RecoveryCode {
    @Id
    String hash;

    @Column(name = "user_id")
    String userId;

    @Column(name = "used_at")
    Instant usedAt;

    protected RecoveryCode() {}

    RecoveryCode(String hash, String userId) {
        this.hash = hash;
        this.userId = userId;
    }
}
