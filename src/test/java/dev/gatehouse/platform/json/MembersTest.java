package dev.gatehouse.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {

    @Test
    void reads_a_string() {
        assertThat(of("\"text\"").string("m")).contains("text");
    }

    @Test
    void reads_an_array_of_strings() {
        assertThat(of("[\"a\",\"\",\"a\"]").strings("m"))
                .hasValueSatisfying(all -> assertThat(all).containsExactly("a", "", "a"));
    }

    @Test
    void takes_null_for_absent() {
        assertThat(of("null").string("m")).isEmpty();
        assertThat(of("null").strings("m")).isEmpty();
    }

    @Test
    void finds_nothing_under_another_name() {
        assertThat(of("\"text\"").string("M")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[]", "{}", "[\"a\"]"})
    void refuses_another_type_where_a_string_must_be(String value) {
        refuses(() -> of(value).string("m"), "m must be a string.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "{}", "\"a\"", "\"a b\""})
    void refuses_another_type_where_an_array_must_be(String value) {
        refuses(() -> of(value).strings("m"), "m must be an array of strings.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\",5]", "[null]", "[[\"a\"]]", "[{}]"})
    void refuses_an_item_that_is_no_string(String value) {
        refuses(() -> of(value).strings("m"), "every item of m must be a string.");
    }

    private static void refuses(ThrowingCallable reading, String message) {
        assertThatExceptionOfType(JsonFormatException.class).isThrownBy(reading).withMessage(message);
    }

    private static Members of(String value) {
        return new Members(StrictJson.object(("{\"m\":" + value + "}").getBytes(StandardCharsets.UTF_8)));
    }
}
