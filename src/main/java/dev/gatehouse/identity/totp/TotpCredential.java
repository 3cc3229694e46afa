package dev.gatehouse.identity.totp;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "identity_totp")
@NamedQuery(name = "TotpCredential.confirm", query = """
    update TotpCredential t set t.confirmedAt = :now, t.lastStep = :step
    where t.userId = :user and t.sealedSecret = :sealed and t.confirmedAt is null
    """)
@NamedQuery(name = "TotpCredential.accept", query = """
    update TotpCredential t set t.lastStep = :step
    where t.userId = :user and t.confirmedAt is not null and t.lastStep < :step
    """)
@NamedQuery(name = "TotpCredential.remove", query = "delete from TotpCredential t where t.userId = :user")
class TotpCredential {
    @Id
    @Column(name = "user_id")
    String userId;

    @Column(name = "sealed_secret")
    String sealedSecret;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    /** The newest time step of which a code was accepted; older ones and itself are worth nothing any more. */
    @Column(name = "last_step")
    long lastStep;

    protected TotpCredential() {}

    TotpCredential(String userId, String sealedSecret) {
        this.userId = userId;
        this.sealedSecret = sealedSecret;
    }
}
