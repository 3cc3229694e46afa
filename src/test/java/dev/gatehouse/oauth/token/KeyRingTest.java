package dev.gatehouse.oauth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatehouse.oauth.token.PublishedKey.State;
import dev.gatehouse.platform.crypto.JwsKey;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final JwsKey FIRST = JwsKey.generate(SigningAlgorithm.ES256);
    private static final JwsKey SECOND = JwsKey.generate(SigningAlgorithm.ES256);
    private static final JwsKey THIRD = JwsKey.generate(SigningAlgorithm.ES256);
    private static final JwsKey RSA = JwsKey.generate(SigningAlgorithm.RS256);

    /** The second takes over at noon, the third an hour later. */
    private static final KeyRing RING = new KeyRing(List.of(
            new KeyRing.Entry(SECOND, NOON),
            new KeyRing.Entry(RSA, NOON.minusSeconds(7)),
            new KeyRing.Entry(FIRST, NOON.minus(Duration.ofDays(1))),
            new KeyRing.Entry(THIRD, NOON.plus(Duration.ofHours(1)))));

    @Test
    void signs_with_a_key_from_the_moment_of_its_turn() {
        assertThat(signing(NOON.minusNanos(1))).isEqualTo(FIRST);
        assertThat(signing(NOON)).isEqualTo(SECOND);
        assertThat(signing(NOON.plus(Duration.ofHours(1)).minusNanos(1))).isEqualTo(SECOND);
        assertThat(signing(NOON.plus(Duration.ofHours(1)))).isEqualTo(THIRD);
    }

    @Test
    void signs_with_the_first_key_although_this_clock_is_behind_the_one_that_made_it() {
        assertThat(signing(NOON.minus(Duration.ofDays(2)))).isEqualTo(FIRST);
    }

    @Test
    void keeps_algorithms_apart() {
        assertThat(RING.signing(SigningAlgorithm.RS256, NOON).key()).isEqualTo(RSA);
        assertThat(RING.newest(SigningAlgorithm.RS256).key()).isEqualTo(RSA);
        assertThat(RING.newest(SigningAlgorithm.ES256).key()).isEqualTo(THIRD);
    }

    @Test
    void names_one_state_for_each_key_at_each_time() {
        assertThat(states(NOON.minusSeconds(1)))
                .isEqualTo(Map.of(
                        FIRST.id(),
                        State.ACTIVE,
                        SECOND.id(),
                        State.NEXT,
                        THIRD.id(),
                        State.NEXT,
                        RSA.id(),
                        State.ACTIVE));
        assertThat(states(NOON.plus(Duration.ofHours(2))))
                .isEqualTo(Map.of(
                        FIRST.id(),
                        State.PASSIVE,
                        SECOND.id(),
                        State.PASSIVE,
                        THIRD.id(),
                        State.ACTIVE,
                        RSA.id(),
                        State.ACTIVE));
    }

    @Test
    void ends_the_turn_of_a_key_when_the_next_one_begins() {
        assertThat(RING.endedBy(entry(FIRST))).contains(NOON);
        assertThat(RING.endedBy(entry(SECOND))).contains(NOON.plus(Duration.ofHours(1)));
        assertThat(RING.endedBy(entry(THIRD))).isEmpty();
        assertThat(RING.endedBy(entry(RSA))).isEmpty();
    }

    @Test
    void publishes_every_key_the_newest_first_and_no_private_half() {
        assertThat(RING.publicJwks())
                .extracting(jwk -> jwk.get("kid"))
                .containsExactly(THIRD.id(), SECOND.id(), RSA.id(), FIRST.id());
        assertThat(RING.publicJwks()).allSatisfy(jwk -> assertThat(jwk).doesNotContainKey("d"));
    }

    @Test
    void finds_a_key_by_its_id_whatever_its_state() {
        assertThat(RING.byId(FIRST.id())).contains(FIRST);
        assertThat(RING.byId(THIRD.id())).contains(THIRD);
        assertThat(RING.byId("unknown")).isEmpty();
    }

    @Test
    void of_a_key_store_signs_with_the_first_of_each_algorithm_for_ever() {
        var ring = KeyRing.inOrder(List.of(SECOND, RSA, FIRST));

        assertThat(ring.signing(SigningAlgorithm.ES256, NOON).key()).isEqualTo(SECOND);
        assertThat(ring.signing(SigningAlgorithm.RS256, NOON).key()).isEqualTo(RSA);
        assertThat(PublishedKey.all(ring, NOON).stream()
                        .collect(Collectors.toMap(PublishedKey::id, PublishedKey::state)))
                .isEqualTo(Map.of(SECOND.id(), State.ACTIVE, RSA.id(), State.ACTIVE, FIRST.id(), State.PASSIVE));
    }

    @Test
    void cannot_sign_without_a_key() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new KeyRing(List.of()).signing(SigningAlgorithm.ES256, NOON));
    }

    private static JwsKey signing(Instant now) {
        return RING.signing(SigningAlgorithm.ES256, now).key();
    }

    private static KeyRing.Entry entry(JwsKey key) {
        return RING.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, State> states(Instant now) {
        return PublishedKey.all(RING, now).stream().collect(Collectors.toMap(PublishedKey::id, PublishedKey::state));
    }
}
