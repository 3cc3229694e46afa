package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.platform.egress.Outbound;
import dev.gatehouse.support.SteppingClock;
import dev.gatehouse.support.TlsSite;
import dev.gatehouse.support.TlsSite.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteKeysTest {
    private static final Optional<String> ANY = Optional.empty();

    private final TlsSite site = TlsSite.start();
    private final SteppingClock clock = new SteppingClock();
    private final RemoteKeys keys = new RemoteKeys();

    @BeforeEach
    void begin() {
        keys.egress = Outbound.toLoopback();
        keys.clock = clock;
        keys.prepare();
        publish("one");
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void fetches_keys_once_and_keeps_them() {
        assertThat(ask(Optional.of("one")).orElseThrow().knows(Optional.of("one")))
                .isTrue();
        assertThat(ask(Optional.of("one")).orElseThrow().knows(Optional.of("one")))
                .isTrue();

        assertThat(site.requests("/jwks")).isEqualTo(1);
    }

    @Test
    void forgets_keys_after_a_while() {
        ask(ANY);
        publish("two");
        clock.pass(Duration.ofMinutes(15));

        assertThat(ask(ANY).orElseThrow().knows(Optional.of("one"))).isFalse();
    }

    @Test
    void asks_again_for_a_key_that_is_new() {
        ask(Optional.of("one"));
        publish("two");

        assertThat(ask(Optional.of("two")).orElseThrow().knows(Optional.of("two")))
                .isTrue();
        assertThat(site.requests("/jwks")).isEqualTo(2);
    }

    @Test
    void asks_for_keys_that_do_not_exist_no_more_than_once_a_minute() {
        IntStream.range(0, 20).forEach(i -> ask(Optional.of("unknown-" + i)));
        assertThat(site.requests("/jwks")).isEqualTo(2);

        clock.pass(Duration.ofMinutes(1));
        IntStream.range(0, 20).forEach(i -> ask(Optional.of("unknown-" + i)));
        assertThat(site.requests("/jwks")).isEqualTo(3);
    }

    @Test
    void goes_on_with_what_it_has_when_asking_again_fails() {
        ask(ANY);
        site.page("/jwks", Answer.status(503));

        assertThat(ask(Optional.of("two")).orElseThrow().knows(Optional.of("one")))
                .isTrue();
        assertThat(site.requests("/jwks")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "no JSON", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"})
    void never_keeps_what_is_no_key_set(String body) {
        site.page("/jwks", Answer.json(body));
        assertThat(ask(ANY)).isEmpty();

        publish("one");
        assertThat(ask(ANY)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 404, 500})
    void takes_200_only_and_never_keeps_a_failure(int status) {
        site.page("/jwks", Answer.status(status));
        assertThat(ask(ANY)).isEmpty();

        publish("one");
        assertThat(ask(ANY)).isPresent();
    }

    @Test
    void reads_no_more_than_64_kilobytes() {
        site.page("/jwks", Answer.json("{\"keys\":[]}" + " ".repeat(65_536)));

        assertThat(ask(ANY)).isEmpty();
    }

    @Test
    void fetches_once_for_many_who_ask_at_the_same_time() throws InterruptedException, ExecutionException {
        var go = new CountDownLatch(1);
        site.page("/jwks", request -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Answer.json(set("one"));
        });
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 64)
                    .mapToObj(i -> pool.submit(() -> ask(ANY)))
                    .toList();
            while (site.requests("/jwks") == 0) {
                Thread.sleep(10);
            }
            go.countDown();
            for (var one : all) {
                assertThat(one.get()).isPresent();
            }
        }
        assertThat(site.requests("/jwks")).isEqualTo(1);
    }

    private Optional<VerificationKeys> ask(Optional<String> keyId) {
        return keys.ofClient(site.url("/jwks"), keyId);
    }

    private void publish(String keyId) {
        site.page("/jwks", Answer.json(set(keyId)));
    }

    private static String set(String keyId) {
        return """
            {"keys":[{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
             "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","kid":"%s"}]}\
            """.formatted(keyId);
    }
}
