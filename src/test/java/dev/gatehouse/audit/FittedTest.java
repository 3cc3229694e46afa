package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FittedTest {

    @Test
    void leaves_alone_what_fits() {
        assertThat(Fitted.to(5, "owner")).isEqualTo("owner");
        assertThat(Fitted.to(5, "")).isEmpty();
    }

    @Test
    void cuts_what_is_too_long_and_shows_that_it_did() {
        assertThat(Fitted.to(5, "owners")).isEqualTo("owne…");
    }

    @Test
    void knows_that_nothing_was_said() {
        assertThat(Fitted.to(5, null)).isNull();
    }

    /** PostgreSQL refuses U+0000. */
    @Test
    void replaces_nul() {
        assertThat(Fitted.to(5, "a\0b")).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDD11", "\uDD11\uD83D"})
    void replaces_half_a_character(String half) {
        assertThat(storable(Fitted.to(5, "a" + half + "b"))).isTrue();
    }

    @Test
    void keeps_a_whole_character_of_two_units() {
        assertThat(Fitted.to(5, "a🔑b")).isEqualTo("a🔑b");
    }

    /** Half a character is no UTF-8, so that the record would be lost after all. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void cuts_between_characters_and_not_through_one(int length) {
        var fitted = Fitted.to(length, "🔑".repeat(10));

        assertThat(fitted.length()).isLessThanOrEqualTo(length);
        assertThat(storable(fitted)).isTrue();
    }

    private static boolean storable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) && text.indexOf(0) < 0;
    }
}
