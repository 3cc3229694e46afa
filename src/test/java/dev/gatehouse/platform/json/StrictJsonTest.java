package dev.gatehouse.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "0",
                "-1.5e3",
                "\"\"",
                " {\"a\" : [1, {\"b\": null}]} \n",
                "\"\\u0000\"",
                "\"密码 🔑\"",
                "\"[[[[\\\"{{{{\""
            })
    void reads_any_one_value(String json) {
        assertThat(read(json)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[1,]",
                "{\"a\":}",
                "{'a':1}",
                "{a:1}",
                "nul",
                "01",
                "1.",
                ".5",
                "+1",
                "NaN",
                "\"\n\"",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"open",
                "// comment\n{}"
            })
    void refuses_what_is_not_json(String text) {
        refuses(bytes(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}x", "[],", "1 2", "{}\0", "\0{}", "{\"a\":1}}", "null null"})
    void refuses_anything_after_or_before_the_one_value(String text) {
        refuses(bytes(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}", "{\"b\":{\"a\":1,\"a\":2}}", "[{\"\":1,\"\":2}]"
            })
    void refuses_a_name_that_comes_twice(String text) {
        refuses(bytes(text));
    }

    @Test
    void reads_the_same_name_in_different_objects() {
        assertThat(read("{\"a\":{\"a\":1},\"b\":{\"a\":2}}").asJsonObject()).containsOnlyKeys("a", "b");
    }

    @Test
    void reads_as_deep_as_the_limit() {
        assertThat(read(nested(StrictJson.MAX_DEPTH))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000, 100_000, 1_000_000})
    void refuses_to_go_deeper(int depth) {
        refuses(bytes(nested(depth)));
    }

    @Test
    void refuses_depth_in_objects_as_in_arrays() {
        refuses(bytes("{\"a\":".repeat(65) + "1" + "}".repeat(65)));
    }

    @Test
    void refuses_depth_although_it_is_never_closed() {
        refuses(bytes("[".repeat(100_000)));
    }

    @Test
    void does_not_take_brackets_in_texts_for_depth() {
        assertThat(read("\"" + "[{".repeat(1_000) + "\\\"" + "[{".repeat(1_000) + "\""))
                .isNotNull();
    }

    @Test
    void counts_open_brackets_only() {
        assertThat(read("[" + "[],".repeat(1_000) + "[]]").asJsonArray()).hasSize(1_001);
    }

    @Test
    void reads_as_many_values_as_the_limit() {
        assertThat(read("[" + "1,".repeat(StrictJson.MAX_VALUES - 2) + "1]").asJsonArray())
                .hasSize(StrictJson.MAX_VALUES - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,", "[],", "{\"\":1},", "\"\","})
    void refuses_more_values(String value) {
        refuses(bytes("[" + value.repeat(StrictJson.MAX_VALUES) + "1]"));
    }

    @Test
    void does_not_take_commas_in_texts_for_values() {
        assertThat(read("\"" + ",".repeat(StrictJson.MAX_VALUES + 1) + "\"")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1e-2147483649", "[1E+99999999999]", "{\"a\":1e99999999999}"})
    void refuses_a_number_beyond_all_bounds(String text) {
        refuses(bytes(text));
    }

    @Test
    void refuses_bytes_that_are_not_utf_8() {
        refuses(new byte[] {'"', (byte) 0xff, '"'});
        refuses(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'});
        refuses(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'});
    }

    @Test
    void refuses_other_unicode_encodings() {
        refuses("{}".getBytes(StandardCharsets.UTF_16));
        refuses("{}".getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void keeps_numbers_as_they_were_written() {
        assertThat(read("1.10")).hasToString("1.10");
        assertThat(read("99999999999999999999999999")).hasToString("99999999999999999999999999");
    }

    /** The parser has limits of its own, which must not become a defect of ours. */
    @ParameterizedTest
    @ValueSource(ints = {1_100, 1_101, 100_000})
    void reads_or_refuses_a_number_of_that_many_digits(int digits) {
        var number = bytes("{\"id\":" + "7".repeat(digits) + "}");

        assertThatCode(() -> StrictJson.value(number))
                .satisfiesAnyOf(
                        outcome -> assertThat(outcome).isNull(),
                        outcome -> assertThat(outcome).isInstanceOf(JsonFormatException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"{}\"", "1"})
    void refuses_another_value_where_an_object_must_be(String json) {
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> StrictJson.object(bytes(json)))
                .withMessage("The body must be a JSON object.");
    }

    private static void refuses(byte[] bytes) {
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> StrictJson.value(bytes))
                .withMessageStartingWith("The body ");
    }

    private static jakarta.json.JsonValue read(String json) {
        return StrictJson.value(bytes(json));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
