package dev.gatehouse.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void gives_a_minute_s_worth_at_once_and_no_more() {
        var bucket = new TokenBucket(30, START);

        assertThat(taken(bucket, START, 100)).isEqualTo(30);
    }

    @Test
    void fills_up_with_time() {
        var bucket = new TokenBucket(30, START);
        taken(bucket, START, 30);

        assertThat(bucket.take(START.plusMillis(1_999))).isFalse();
        assertThat(bucket.take(START.plusMillis(2_000))).isTrue();
        assertThat(taken(bucket, START.plusSeconds(12), 100)).isEqualTo(5);
    }

    @Test
    void never_holds_more_than_a_minute_s_worth() {
        var bucket = new TokenBucket(30, START);

        assertThat(taken(bucket, START.plusSeconds(86_400), 100)).isEqualTo(30);
    }

    @Test
    void survives_a_clock_that_goes_back() {
        var bucket = new TokenBucket(1, START);
        taken(bucket, START, 1);

        assertThat(bucket.take(START.minusSeconds(600))).isFalse();
    }

    private static long taken(TokenBucket bucket, Instant now, int tries) {
        return IntStream.range(0, tries).filter(i -> bucket.take(now)).count();
    }
}
