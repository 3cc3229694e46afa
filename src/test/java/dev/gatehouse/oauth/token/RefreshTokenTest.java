package dev.gatehouse.oauth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant EXPIRES = CREATED.plus(Duration.ofDays(30));
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final RefreshToken token = new RefreshToken("hash", "family", "salt", CREATED, EXPIRES);

    @Test
    void expires_unused_at_its_time_and_not_before() {
        assertThat(token.expiredUnused(EXPIRES.minusNanos(1))).isFalse();
        assertThat(token.expiredUnused(EXPIRES)).isTrue();
    }

    @Test
    void is_a_reused_one_and_no_expired_one_when_it_was_rotated() {
        token.rotatedAt = CREATED.plusSeconds(1);

        assertThat(token.expiredUnused(EXPIRES.plusSeconds(1))).isFalse();
        assertThat(token.rotatedWithin(GRACE, EXPIRES.plusSeconds(1))).isFalse();
    }

    @Test
    void is_within_the_grace_until_that_is_over() {
        assertThat(token.rotatedWithin(GRACE, CREATED)).isFalse();
        token.rotatedAt = CREATED;

        assertThat(token.rotatedWithin(GRACE, CREATED.plus(GRACE).minusNanos(1)))
                .isTrue();
        assertThat(token.rotatedWithin(GRACE, CREATED.plus(GRACE))).isFalse();
    }
}
