package dev.gatehouse.platform.limit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "platform_limit_counter")
@NamedQuery(name = "LimitCounter.increment", query = """
    update LimitCounter c set c.taken = c.taken + 1
    where c.keyHash = :key and c.expiresAt > :now and c.taken < :most
    """)
@NamedQuery(
        name = "LimitCounter.begin",
        query = "update LimitCounter c set c.taken = 1, c.expiresAt = :end where c.keyHash = :key and c.expiresAt <="
                + " :now")
@NamedQuery(
        name = "LimitCounter.giveBack",
        query = "update LimitCounter c set c.taken = c.taken - 1 where c.keyHash = :key and c.taken > 0")
@NamedQuery(name = "LimitCounter.clear", query = "delete from LimitCounter c where c.keyHash = :key")
class LimitCounter {
    @Id
    @Column(name = "key_hash")
    String keyHash;

    int taken;

    @Column(name = "expires_at")
    Instant expiresAt;

    protected LimitCounter() {}

    LimitCounter(String keyHash, Instant expiresAt) {
        this.keyHash = keyHash;
        this.taken = 1;
        this.expiresAt = expiresAt;
    }
}
