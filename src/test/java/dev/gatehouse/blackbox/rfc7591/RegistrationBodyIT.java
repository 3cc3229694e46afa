package dev.gatehouse.blackbox.rfc7591;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Reply;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7591 §3.2.2: a body that cannot be read is refused, and the next one is read. */
class RegistrationBodyIT {
    private static final String GOOD = "\"redirect_uris\":[\"https://app.example/\"]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}}",
                "{} {}",
                "null",
                "[]",
                "7",
                "\"x\"",
                "true",
                "{'redirect_uris':[]}",
                "{redirect_uris:[]}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "// comment\n{}",
                "<xml/>",
                "client_name=x",
                "\uFEFF{}",
                "{" + GOOD + "}}",
                "{" + GOOD + "} x",
                "{" + GOOD + "} {\"client_name\":\"b\"}"
            })
    void must_be_one_json_object(String body) {
        Expect.refused(post(body), 400, "invalid_client_metadata");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + GOOD + "," + GOOD + "}",
                "{" + GOOD + ",\"client_name\":\"a\",\"client_name\":\"b\"}",
                "{" + GOOD + ",\"x\":{\"y\":1,\"y\":2}}",
                "{" + GOOD + ",\"client_name\":\"a\",\"client\\u005fname\":\"b\"}"
            })
    void must_not_name_a_member_twice(String body) {
        Expect.refused(post(body), 400, "invalid_client_metadata");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"redirect_uris\":\"https://app.example/\"}",
                "{\"redirect_uris\":{}}",
                "{\"redirect_uris\":7}",
                "{\"redirect_uris\":[7]}",
                "{\"redirect_uris\":[null]}",
                "{\"redirect_uris\":[[\"https://app.example/\"]]}",
                "{" + GOOD + ",\"client_name\":7}",
                "{" + GOOD + ",\"client_name\":[\"a\"]}",
                "{" + GOOD + ",\"client_name\":{}}",
                "{" + GOOD + ",\"token_endpoint_auth_method\":true}",
                "{" + GOOD + ",\"token_endpoint_auth_method\":[\"none\"]}",
                "{" + GOOD + ",\"grant_types\":\"authorization_code\"}",
                "{" + GOOD + ",\"grant_types\":[1]}",
                "{" + GOOD + ",\"response_types\":\"code\"}",
                "{" + GOOD + ",\"response_types\":[{}]}",
                "{" + GOOD + ",\"scope\":[\"mcp\"]}"
            })
    void must_have_members_of_the_right_type(String body) {
        Expect.refused(post(body), 400, "invalid_client_metadata");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + GOOD + ",\"grant_types\":[\"urn:example:grant\"]}",
                "{" + GOOD + ",\"grant_types\":[\"implicit\",\"password\"]}",
                "{" + GOOD + ",\"response_types\":[\"token\"]}",
                "{" + GOOD + ",\"response_types\":[\"id_token\",\"none\"]}"
            })
    void must_ask_for_something_that_is_served(String body) {
        Expect.refused(post(body), 400, "invalid_client_metadata");
    }

    @Test
    void must_be_utf8() {
        var latin = ("{" + GOOD + ",\"client_name\":\"\u00fc\"}").getBytes(StandardCharsets.ISO_8859_1);
        var wide = ("{" + GOOD + "}").getBytes(StandardCharsets.UTF_16);

        Expect.refused(post(latin), 400, "invalid_client_metadata");
        Expect.refused(post(wide), 400, "invalid_client_metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"x\":["})
    void must_not_nest_a_hundred_thousand_levels(String opening) {
        Expect.refused(post("{\"x\":" + opening.repeat(100_000)), 400, "invalid_client_metadata");
    }

    @Test
    void must_not_nest_deeply_even_when_it_is_closed_again() {
        var deep = "{" + GOOD + ",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        Expect.refused(post(deep), 400, "invalid_client_metadata");
    }

    @Test
    void may_hold_brackets_in_its_strings() {
        assertThat(post("{" + GOOD + ",\"client_name\":\"" + "[{\\\"".repeat(40) + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void may_be_large() {
        assertThat(post("{" + GOOD + ",\"x\":\"" + "a".repeat(1_000_000) + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void may_not_be_larger_than_a_form() {
        Expect.refused(post("{" + GOOD + ",\"x\":\"" + "a".repeat(1_048_576) + "\"}"), 413, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1E-999999999", "0.0000000000000000000000001"})
    void may_hold_numbers_of_any_size(String number) {
        assertThat(post("{" + GOOD + ",\"x\":" + number + "}").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1e-2147483649"})
    void may_not_hold_numbers_beyond_all_bounds(String number) {
        Expect.refused(post("{" + GOOD + ",\"x\":" + number + "}"), 400, "invalid_client_metadata");
    }

    /** Answered within the client's patience: trimming it would take minutes. */
    @Test
    void may_not_hold_a_name_of_a_hundred_thousand_blanks() {
        Expect.refused(
                post("{" + GOOD + ",\"client_name\":\"x" + " ".repeat(100_000) + "x\"}"),
                400,
                "invalid_client_metadata");
    }

    @Test
    void survives_a_number_of_ten_thousand_digits() {
        assertThat(post("{" + GOOD + ",\"x\":" + "9".repeat(10_000) + "}").status())
                .isIn(201, 400);
    }

    private static Reply post(String body) {
        return Http.post("/oauth/register").json(body).send();
    }

    private static Reply post(byte[] body) {
        return Http.post("/oauth/register").body("application/json", body).send();
    }
}
