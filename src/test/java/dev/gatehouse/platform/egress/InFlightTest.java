package dev.gatehouse.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private final InFlight<Integer> inFlight = new InFlight<>();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void has_work_done_once_for_all_who_wait() throws InterruptedException, ExecutionException {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> inFlight.join("a", () -> {
                begun.countDown();
                await(go);
                return done.incrementAndGet();
            }));
            begun.await();
            var others = IntStream.range(0, 50)
                    .mapToObj(i -> pool.submit(() -> inFlight.join("a", done::incrementAndGet)))
                    .toList();
            assertThat(inFlight.join("b", () -> 0)).isZero();
            Thread.sleep(100);
            go.countDown();

            assertThat(first.get()).isEqualTo(1);
            for (var other : others) {
                assertThat(other.get()).isEqualTo(1);
            }
        }
        assertThat(done).hasValue(1);
    }

    @Test
    void keeps_nothing_for_those_who_come_later() {
        inFlight.join("a", done::incrementAndGet);

        assertThat(inFlight.join("a", done::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void tells_a_defect_and_forgets_it() {
        assertThatThrownBy(() -> inFlight.join("a", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasRootCauseMessage("broken");

        assertThat(inFlight.join("a", () -> 1)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
