package dev.gatehouse.platform.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong time = new AtomicLong();
    private final Remembered<String, Integer> remembered = new Remembered<>(changes::get, time::get);
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
        changes.incrementAndGet();

        assertThat(remembered.get("a", find)).contains(2);
    }

    @Test
    void finds_anew_what_changed_while_it_was_being_found() {
        remembered.get("a", () -> {
            changes.incrementAndGet();
            return find.get();
        });

        assertThat(remembered.get("a", find)).contains(2);
    }

    @Test
    void finds_anew_after_a_second() {
        remembered.get("a", find);
        time.addAndGet(ONE_SECOND.toNanos());

        assertThat(remembered.get("a", find)).contains(2);
    }

    @Test
    void counts_the_second_from_the_beginning_of_a_search() {
        remembered.get("a", () -> {
            time.addAndGet(ONE_SECOND.toNanos());
            return find.get();
        });

        assertThat(remembered.get("a", find)).contains(2);
    }

    @Test
    void does_not_remember_that_nothing_was_found() {
        remembered.get("a", Optional::empty);

        assertThat(remembered.get("a", find)).contains(1);
    }
}
