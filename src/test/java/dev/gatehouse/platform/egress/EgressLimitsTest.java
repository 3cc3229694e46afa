package dev.gatehouse.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.TlsSite;
import dev.gatehouse.support.TlsSite.Answer;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attack 26: what a stranger can make us ask of others is bounded, whichever names they find for one victim. */
class EgressLimitsTest {
    private final TlsSite site = TlsSite.start();

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void one_host_is_asked_so_often_a_minute_and_no_more() {
        var egress = Outbound.of(Outbound.limits(100, 100, 1_000, 5), Outbound::loopback);

        IntStream.range(0, 50).forEach(i -> egress.fetch(EgressRequest.get(site.url("/" + i))));

        assertThat(site.requests()).hasSize(5);
    }

    @Test
    void spellings_of_a_host_are_one_host() {
        var egress = Outbound.of(Outbound.limits(100, 100, 1_000, 1), Outbound::loopback);
        egress.fetch(EgressRequest.get(site.url("/")));

        var shouting = URI.create(site.url("/").toString().replace("localhost", "LOCALHOST"));

        assertThat(egress.fetch(EgressRequest.get(shouting)))
                .isEqualTo(new EgressOutcome.Refused("too many requests to localhost just now"));
    }

    @Test
    void ten_thousand_names_of_one_address_are_one_victim() {
        var egress = Outbound.of(Outbound.limits(100, 100, 100_000, 5), Outbound::loopback);

        IntStream.range(0, 10_000).forEach(i -> egress.fetch(named("n" + i)));

        assertThat(site.requests()).hasSize(5);
    }

    @Test
    void all_hosts_together_are_asked_so_often_a_minute_and_no_more() {
        var egress = Outbound.of(Outbound.limits(100, 100, 7, 1_000), Outbound::loopback);

        IntStream.range(0, 50).forEach(i -> egress.fetch(named("n" + i)));

        assertThat(site.requests()).hasSize(7);
    }

    @Test
    void what_the_operator_has_named_is_not_metered() {
        var egress = Outbound.of(Outbound.limits(100, 100, 1, 1), Outbound::loopback);

        IntStream.range(0, 10)
                .forEach(i -> egress.fetch(EgressRequest.get(site.url("/" + i)).namedByOperator()));

        assertThat(site.requests()).hasSize(10);
    }

    @Test
    void a_refusal_says_whom_it_protects() {
        var egress = Outbound.of(Outbound.limits(100, 100, 1_000, 1), Outbound::loopback);
        egress.fetch(EgressRequest.get(site.url("/")));

        assertThat(egress.fetch(EgressRequest.get(site.url("/"))))
                .isEqualTo(new EgressOutcome.Refused("too many requests to localhost just now"));
    }

    @Test
    void only_so_many_requests_to_one_host_are_under_way() throws InterruptedException, ExecutionException {
        var arrived = new CountDownLatch(2);
        var go = new CountDownLatch(1);
        site.page("/slow", request -> {
            arrived.countDown();
            await(go);
            return Answer.json("{}");
        });
        var egress = Outbound.of(Outbound.limits(100, 2, 1_000, 1_000), Outbound::loopback);

        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> egress.fetch(EgressRequest.get(site.url("/slow"))));
            var second = pool.submit(() -> egress.fetch(EgressRequest.get(site.url("/slow"))));
            arrived.await();

            assertThat(egress.fetch(EgressRequest.get(site.url("/")))).isInstanceOf(EgressOutcome.Refused.class);
            go.countDown();
            assertThat(first.get()).isInstanceOf(EgressOutcome.Fetched.class);
            assertThat(second.get()).isInstanceOf(EgressOutcome.Fetched.class);
        }
        assertThat(egress.fetch(EgressRequest.get(site.url("/")))).isInstanceOf(EgressOutcome.Fetched.class);
    }

    private EgressRequest named(String name) {
        return EgressRequest.get(URI.create("https://" + name + ".site.example:" + site.port() + "/"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
