package dev.gatehouse.oauth.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.platform.crypto.JwsKey;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTimetableTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(90);
    private static final Duration OVERLAP = Duration.ofHours(1);
    private static final Duration TOKEN = Duration.ofMinutes(15);
    private static final KeyTimetable TIMETABLE = new KeyTimetable(LIFETIME, OVERLAP, TOKEN);
    private static final KeyRing.Entry OLD = new KeyRing.Entry(JwsKey.generate(SigningAlgorithm.ES256), NOON);
    private static final KeyRing.Entry NEW =
            new KeyRing.Entry(JwsKey.generate(SigningAlgorithm.ES256), NOON.plus(LIFETIME));
    private static final KeyRing.Entry OTHER =
            new KeyRing.Entry(JwsKey.generate(SigningAlgorithm.RS256), NOON.minus(LIFETIME));

    @Test
    void publishes_a_successor_an_overlap_before_the_end_of_the_lifetime() {
        assertThat(TIMETABLE.due(OLD, NOON.plus(LIFETIME).minus(OVERLAP).minusNanos(1)))
                .isFalse();
        assertThat(TIMETABLE.due(OLD, NOON.plus(LIFETIME).minus(OVERLAP))).isTrue();
    }

    @Test
    void lets_it_sign_when_the_lifetime_ends() {
        assertThat(TIMETABLE.turnOf(NOON.plus(LIFETIME).minus(OVERLAP))).isEqualTo(NOON.plus(LIFETIME));
    }

    /** After a long stop: whoever caches our keys must learn of a new one all the same. */
    @Test
    void gives_a_late_successor_its_full_overlap() {
        var late = NOON.plus(LIFETIME.multipliedBy(3));

        assertThat(TIMETABLE.due(OLD, late)).isTrue();
        assertThat(TIMETABLE.turnOf(late)).isEqualTo(late.plus(OVERLAP));
    }

    @Test
    void makes_one_successor_at_a_time() {
        assertThat(TIMETABLE.due(NEW, NOON.plus(LIFETIME).minus(OVERLAP))).isFalse();
    }

    @Test
    void keeps_a_key_until_the_last_token_that_it_signed_has_expired_and_an_overlap_more() {
        var ring = new KeyRing(List.of(OLD, NEW, OTHER));
        var end = NOON.plus(LIFETIME).plus(TOKEN).plus(OVERLAP);

        assertThat(TIMETABLE.outlived(ring, end.minusNanos(1))).isEmpty();
        assertThat(TIMETABLE.outlived(ring, end)).containsExactly(OLD.key().id());
    }

    @Test
    void never_outlives_the_newest_key_of_an_algorithm() {
        var ring = new KeyRing(List.of(OLD, NEW, OTHER));

        assertThat(TIMETABLE.outlived(ring, NOON.plus(LIFETIME.multipliedBy(100))))
                .containsExactly(OLD.key().id());
    }
}
