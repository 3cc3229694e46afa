package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RandomnessTest {

    @Test
    void draws_as_many_bytes_as_asked_for() {
        assertThat(Randomness.bytes(0)).isEmpty();
        assertThat(Randomness.bytes(17)).hasSize(17).isNotEqualTo(Randomness.bytes(17));
    }

    @Test
    void writes_bytes_in_base64url_without_padding() {
        assertThat(Randomness.base64Url(16)).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void draws_every_letter_and_digit() {
        var drawn = Randomness.alphanumeric(10_000);

        assertThat(drawn).hasSize(10_000).matches("[0-9A-Za-z]+");
        assertThat(drawn.chars().boxed().collect(Collectors.toSet())).hasSize(62);
    }
}
