package dev.gatehouse.platform.egress;

import java.time.Duration;
import java.time.Instant;

/** So many a minute, all of them at once if nobody came before. */
final class TokenBucket {
    private static final double MINUTE = Duration.ofMinutes(1).toMillis();

    private final int perMinute;
    private double tokens;
    private Instant filled;

    TokenBucket(int perMinute, Instant now) {
        this.perMinute = perMinute;
        this.tokens = perMinute;
        this.filled = now;
    }

    synchronized boolean take(Instant now) {
        double gained = perMinute * Math.max(0, Duration.between(filled, now).toMillis()) / MINUTE;
        tokens = Math.min(perMinute, tokens + gained);
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
