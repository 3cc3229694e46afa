package dev.gatehouse.oauth.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a client has been used: what tells a living registration from a dead one. */
public record ClientUse(Instant issuedAt, Instant usedAt, Optional<Instant> firstTokenAt) {
    private static final Duration PRECISION = Duration.ofHours(1);

    /** Of a client that has just been registered. */
    public static ClientUse begun(Instant now) {
        return new ClientUse(now, now, Optional.empty());
    }

    /** Whether another use changes what is known; within the hour it does not, which spares a write. */
    boolean stale(Instant now, boolean token) {
        return usedAt.plus(PRECISION).isBefore(now) || (token && firstTokenAt.isEmpty());
    }
}
