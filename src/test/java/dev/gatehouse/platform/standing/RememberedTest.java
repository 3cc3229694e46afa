package dev.gatehouse.platform.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final StandingMemory memory = new StandingMemory();
    private final Remembered<String, Integer> remembered = memory.remembered();
    private final AtomicInteger asked = new AtomicInteger();
    private final Supplier<Optional<Integer>> find = () -> Optional.of(asked.incrementAndGet());

    @Test
    void finds_once_what_it_is_asked_for_again_at_once() {
        remembered.get("a", find);

        assertThat(remembered.get("a", find)).contains(1);
    }

    @Test
    void keeps_answers_apart() {
        remembered.get("a", find);

        assertThat(remembered.get("b", find)).contains(2);
    }

    @Test
    void finds_anew_after_a_change() {
        remembered.get("a", find);
        memory.forget(new StandingChanged());

        assertThat(remembered.get("a", find)).contains(2);
    }

    @Test
    void finds_anew_what_changed_while_it_was_being_found() {
        remembered.get("a", () -> {
            memory.forget(new StandingChanged());
            return find.get();
        });

        assertThat(remembered.get("a", find)).contains(2);
    }

    @Test
    void finds_anew_after_a_second() throws InterruptedException {
        remembered.get("a", find);
        Thread.sleep(ONE_SECOND);

        assertThat(remembered.get("a", find)).contains(2);
    }

    @Test
    void does_not_remember_that_nothing_was_found() {
        remembered.get("a", Optional::empty);

        assertThat(remembered.get("a", find)).contains(1);
    }
}
