package dev.gatehouse.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private final Registry<String> registry = Registry.of(Stream.of("b", "a"), name -> name.toUpperCase(Locale.ROOT));

    @Test
    void finds_one_by_its_name() {
        assertThat(registry.named("A")).contains("a");
        assertThat(registry.named("a")).isEmpty();
    }

    @Test
    void keeps_the_order_of_names() {
        assertThat(registry.names()).containsExactly("A", "B");
        assertThat(registry.all()).containsExactly("a", "b");
    }

    @Test
    void refuses_two_of_one_name() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Registry.of(Stream.of("a", "b"), name -> "same"))
                .withMessageContaining("Two are called same");
    }
}
