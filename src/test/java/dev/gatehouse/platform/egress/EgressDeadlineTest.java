package dev.gatehouse.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No server, however slow or talkative, holds a thread beyond the deadline or fills the memory. */
class EgressDeadlineTest {
    private static final Duration DEADLINE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    static Stream<Listener> slow() {
        return Stream.of(
                Listener.silent(),
                Listener.dripping("HTTP/1.1 200 OK", "x"),
                Listener.dripping(OK, "a: b\r\n"),
                Listener.dripping(OK + "Content-Length: 4000\r\n\r\n", "x"),
                Listener.dripping(OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
                Listener.dripping("", "HTTP/1.1 103 Early Hints\r\n\r\n"));
    }

    @ParameterizedTest
    @MethodSource("slow")
    void ends_a_slow_answer_at_the_deadline(Listener listener) throws IOException {
        try (listener) {
            var began = System.nanoTime();

            var outcome = fetch("http", listener);

            assertThat(outcome).isInstanceOf(EgressOutcome.Failed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
            assertThat(listener.connections()).isEqualTo(1);
        }
    }

    @Test
    void ends_a_handshake_that_comes_byte_by_byte() throws IOException {
        // The head of a TLS record that promises 16 kilobytes.
        try (var listener = Listener.dripping("\u0016\u0003\u0003\u003f\u007f", "\u0002")) {
            assertThat(fetch("https", listener))
                    .isEqualTo(new EgressOutcome.Failed("there was no whole answer within PT0.5S"));
        }
    }

    @Test
    void stops_reading_at_the_cap_where_an_answer_has_no_end() throws IOException {
        var chunk = "400\r\n" + "x".repeat(1_024) + "\r\n";
        try (var listener = Listener.saying(peer -> {
            peer.write((OK + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                peer.write(chunk.getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            assertThat(fetch("http", listener))
                    .isEqualTo(new EgressOutcome.Failed("the answer is larger than 5000 bytes"));
        }
    }

    static Stream<String> wrong() {
        return Stream.of(
                OK + "a: " + "x".repeat(10_000) + "\r\n\r\n",
                OK + "a: b\r\n".repeat(65) + "\r\n",
                OK + "Content-Length: 10\r\n\r\nshort",
                OK + "Content-Length: -1\r\n\r\n",
                OK + "Transfer-Encoding: chunked\r\n\r\nnothing of the kind",
                "no HTTP at all\r\n\r\n",
                "");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void fails_on_what_is_no_proper_answer(String answer) throws IOException {
        try (var listener = Listener.saying(peer -> peer.write(answer.getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(fetch("http", listener)).isInstanceOf(EgressOutcome.Failed.class);
        }
    }

    @Test
    void fails_where_nobody_listens() throws IOException {
        var gone = Listener.silent();
        gone.close();

        assertThat(fetch("http", gone)).isEqualTo(new EgressOutcome.Failed("localhost could not be reached"));
    }

    private static EgressOutcome fetch(String scheme, Listener listener) {
        return Outbound.of(Outbound.settings(DEADLINE), Outbound::loopback)
                .fetch(EgressRequest.get(URI.create(scheme + "://localhost:" + listener.port() + "/"))
                        .upTo(5_000));
    }
}
