package dev.gatehouse.blackbox.rfc7591;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The name is what a person judges by on the consent page. Names are given as JSON strings without their quotes. */
class ClientNameIT {

    @ParameterizedTest
    @ValueSource(strings = {"Claude", "a", "Ümläut 日本語 \uD83D\uDEAA", "<b>&'{x}", "O'Brien"})
    void is_kept_as_written(String name) {
        assertThat(named(name).json().getString("client_name")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Goo\\u0000gle, Google",
        "\\ud800Google, Google",
        "Google\\udc00, Google",
        "Goo\\u200bgle, Google",
        "\\u202eelgooG, elgooG",
        "Goo\\u0007\\u001b[31mgle, Goo[31mgle",
        "Goo\\ngle, Google",
        "'  Google  ', Google",
        "\\ufeffGoogle, Google"
    })
    void loses_what_nobody_can_see(String name, String shown) {
        assertThat(named(name).json().getString("client_name")).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\\u0000", "\\ud800", "\\u200b\\u200d", "\\u00a0"})
    void is_replaced_when_nothing_is_left(String name) {
        assertThat(named(name).json().getString("client_name")).matches("[A-Za-z ]{3,}");
    }

    @Test
    void may_have_two_hundred_characters() {
        assertThat(named("n".repeat(200)).status()).isEqualTo(201);
        assertThat(named("\uD83D\uDEAA".repeat(100)).status()).isEqualTo(201);
    }

    @Test
    void may_not_have_more() {
        Expect.refused(named("n".repeat(201)), 400, "invalid_client_metadata");
    }

    private static Reply named(String jsonName) {
        return Http.post("/oauth/register")
                .json("{\"redirect_uris\":[\"https://app.example/\"],\"client_name\":\"" + jsonName + "\"}")
                .send();
    }
}
