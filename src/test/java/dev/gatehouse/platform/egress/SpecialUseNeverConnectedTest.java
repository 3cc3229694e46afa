package dev.gatehouse.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks 21 and 22: what leads to this machine, or to its network, is not even knocked at. */
class SpecialUseNeverConnectedTest {
    private static final Listener LISTENER = Listener.silent();
    private static final EgressSettings STRICT = Outbound.settings(false);

    @AfterAll
    static void end() throws IOException {
        LISTENER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "127.0.0.1",
                "127.1.2.3",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]"
            })
    void a_host_that_is_this_machine_is_refused_without_a_connection(String host) {
        var outcome = Outbound.of(STRICT, new SystemHostResolver())
                .fetch(EgressRequest.get(URI.create("https://" + host + ":" + LISTENER.port() + "/")));

        assertThat(outcome).isInstanceOf(EgressOutcome.Refused.class);
        assertThat(LISTENER.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00:ec2::254", "64:ff9b::a00:1"})
    void one_bad_address_among_good_ones_refuses_all(String bad) {
        var outcome = Outbound.of(STRICT, host -> List.of(InetAddress.getByName("2606:4700::1111"), address(bad)))
                .fetch(request());

        assertThat(outcome).isEqualTo(new EgressOutcome.Refused("rebound.example has an address that is not public"));
        assertThat(LISTENER.connections()).isZero();
    }

    @Test
    void a_name_is_resolved_once_so_that_no_second_answer_counts() {
        var asked = new AtomicInteger();
        HostResolver flipping = host ->
                List.of(asked.incrementAndGet() == 1 ? address("10.0.0.1") : InetAddress.getByName("2606:4700::1111"));

        assertThat(Outbound.of(STRICT, flipping).fetch(request())).isInstanceOf(EgressOutcome.Refused.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void the_address_that_was_checked_is_the_one_connected_to() throws IOException {
        try (var listener = Listener.saying(peer -> peer.write("no TLS".getBytes()))) {
            var asked = new AtomicInteger();
            HostResolver flipping = host ->
                    List.of(asked.incrementAndGet() == 1 ? InetAddress.getLoopbackAddress() : address("10.0.0.1"));

            var outcome = Outbound.of(Outbound.settings(true), flipping)
                    .fetch(EgressRequest.get(URI.create("https://rebound.example:" + listener.port() + "/")));

            assertThat(outcome).isInstanceOf(EgressOutcome.Failed.class);
            assertThat(listener.connections()).isEqualTo(1);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void permission_for_loopback_is_none_for_the_network() {
        var outcome = Outbound.of(Outbound.settings(true), host -> List.of(address("10.0.0.1")))
                .fetch(request());

        assertThat(outcome).isInstanceOf(EgressOutcome.Refused.class);
    }

    private static EgressRequest request() {
        return EgressRequest.get(URI.create("https://rebound.example:" + LISTENER.port() + "/"));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
