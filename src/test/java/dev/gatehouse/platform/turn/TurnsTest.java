package dev.gatehouse.platform.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void gives_what_the_work_gives() {
        assertThat(new Turns(1, 1, Duration.ZERO).inTurn(() -> "done")).contains("done");
    }

    @Test
    void turns_away_whoever_waits_too_long_or_finds_the_line_full() throws Exception {
        var turns = new Turns(1, 1, Duration.ofMillis(200));
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> turns.inTurn(() -> hold(begun, end)), threads);
            begun.await();

            assertThat(turns.inTurn(() -> "second")).isEmpty();

            end.countDown();
            assertThat(first.join()).contains("held");
        }
        assertThat(turns.inTurn(() -> "third")).contains("third");
    }

    @Test
    void gives_the_turn_back_when_the_work_fails() {
        var turns = new Turns(1, 1, Duration.ZERO);

        assertThatIllegalStateException()
                .isThrownBy(() -> turns.inTurn(() -> {
                    throw new IllegalStateException();
                }));

        assertThat(turns.inTurn(() -> "next")).contains("next");
    }

    private static String hold(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "held";
    }
}
