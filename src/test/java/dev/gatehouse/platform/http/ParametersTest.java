package dev.gatehouse.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void reads_a_query() {
        var parameters = Parameters.ofQuery("state=a%20b+c%26d&scope=mcp%3Aread");

        assertThat(parameters.single("state")).contains("a b c&d");
        assertThat(parameters.text("scope")).isEqualTo("mcp:read");
    }

    @Test
    void reads_a_form() {
        assertThat(form("name=%E5%AF%86").text("name")).isEqualTo("密");
    }

    @Test
    void reads_nothing_from_no_query() {
        assertThat(Parameters.ofQuery(null).values()).isEmpty();
        assertThat(Parameters.ofQuery("").values()).isEmpty();
    }

    /** RFC 6749 §3.1: parameters sent without a value are treated as if they were omitted. */
    @ParameterizedTest
    @ValueSource(strings = {"state=", "state", "=value", "=", "&", "&&state=&"})
    void treats_an_empty_value_as_none(String query) {
        assertThat(Parameters.ofQuery(query).values()).isEmpty();
    }

    @Test
    void keeps_further_equals_signs_in_the_value() {
        assertThat(Parameters.ofQuery("state=a=b==").text("state")).isEqualTo("a=b==");
    }

    @Test
    void tells_names_apart_by_case() {
        assertThat(Parameters.ofQuery("State=a").single("state")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=1&a=1", "a=1&%61=1"})
    void refuses_the_single_value_of_a_repeated_parameter(String query) {
        var parameters = Parameters.ofQuery(query);

        assertThatExceptionOfType(MalformedParametersException.class)
                .isThrownBy(() -> parameters.single("a"))
                .withMessage("The parameter a must not be repeated.");
    }

    @Test
    void lists_every_value_of_a_parameter_that_may_be_repeated() {
        assertThat(Parameters.ofQuery("resource=a&x=y&resource=b").all("resource"))
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=%", "a=%4", "a=%zz", "%=a", "a=%-1", "a=%ff", "a=%c0%80", "a=%ed%a0%80", "a=%00", "a%00=b"})
    void refuses_what_is_not_percent_encoded_utf_8(String query) {
        refuses(query);
    }

    @Test
    void refuses_a_form_that_is_not_utf_8() {
        assertThatExceptionOfType(MalformedParametersException.class)
                .isThrownBy(() -> Parameters.ofForm(new byte[] {'a', '=', (byte) 0xff}))
                .withMessage("The form is not UTF-8.");
    }

    @Test
    void reads_a_hundred_parameters() {
        assertThat(Parameters.ofQuery(many(100)).values()).hasSize(100);
    }

    @Test
    void refuses_more_than_a_hundred_parameters() {
        refuses(many(101));
        refuses("&".repeat(100) + "a=b");
    }

    @Test
    void leaves_out_all_but_some() {
        assertThat(Parameters.ofQuery("a=1&b=2&a=3&c=4").only(List.of("a", "c", "d")))
                .isEqualTo(Parameters.ofQuery("a=1&a=3&c=4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1&b=2", "a=1&a=2", "a=%26%3D%2B%25+%C3%BC%F0%9F%9A%AA", "%26=%3D"})
    void reads_again_what_it_wrote(String query) {
        var parameters = Parameters.ofQuery(query);

        assertThat(Parameters.ofQuery(parameters.encoded())).isEqualTo(parameters);
    }

    private static void refuses(String query) {
        assertThatExceptionOfType(MalformedParametersException.class).isThrownBy(() -> Parameters.ofQuery(query));
    }

    private static Parameters form(String body) {
        return Parameters.ofForm(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i + "=" + i).collect(Collectors.joining("&"));
    }
}
