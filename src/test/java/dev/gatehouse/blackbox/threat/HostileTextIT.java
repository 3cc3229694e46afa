package dev.gatehouse.blackbox.threat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger writes must not run in the browser of whoever reads it, nor be read as markup. */
class HostileTextIT {
    private static final String[] PIECES = {
        "<",
        ">",
        "\"",
        "'",
        "&",
        "/",
        "=",
        "`",
        "{",
        "}",
        "{{",
        "#if",
        "%3C",
        "&lt;",
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "javascript:",
        "</title>",
        "</form>",
        "-->",
        "]]>",
        "\u2028",
        "\u0008",
        "\u202E",
        "é",
        "\uD83D\uDEAA",
        " ",
        "\n",
        "\t",
        "x"
    };

    static Stream<String> mixtures() {
        var random = new Random(20_261_121);
        return IntStream.range(0, 40).mapToObj(turn -> {
            var text = new StringBuilder("z");
            for (int piece = 0; piece < 6; piece++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            return text.toString();
        });
    }

    /** Attack 37. */
    @ParameterizedTest
    @MethodSource("mixtures")
    void is_text_wherever_it_is_shown(String text) {
        var client = OAuthDance.register(
                Json.createObjectBuilder().add("client_name", text).build());

        requireHarmless(client.with("login_hint", text).with("state", text).authorize());
        requireHarmless(client.signIn(Demo.OWNER));
        requireHarmless(client.with("prompt", "select_account").authorize());
        requireHarmless(client.with("prompt", null).with("acr_values", "phr").authorize());
        requireHarmless(client.with("client_id", text).ask());
        requireHarmless(
                client.browser().open("/oauth/device?user_code=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
    }

    /** Attack 37: what comes back to the client is one query, whatever the state is. */
    @ParameterizedTest
    @MethodSource("mixtures")
    void stays_one_parameter_of_the_answer(String state) {
        var reply = OAuthDance.register()
                .with("state", state)
                .with("response_type", "token")
                .ask();

        assertThat(reply.location().parameter("state")).contains(state);
        assertThat(reply.location().text().split("[?&]")).hasSize(5);
        assertThat(reply.headers().map().keySet()).doesNotContain("z");
    }

    /** Attack 5: of what a client says of itself, addresses are neither kept nor shown. */
    @ParameterizedTest
    @ValueSource(strings = {"client_uri", "logo_uri", "tos_uri", "policy_uri", "logo_uri#de", "client_uri#ja-Hani-JP"})
    void is_no_address_on_any_page(String member) {
        var metadata = Json.createObjectBuilder()
                .add(member, "javascript:alert(document.domain)")
                .build();

        var registration = OAuthDance.registerClient(metadata);
        var consent = OAuthDance.register(metadata).signIn(Demo.OWNER);

        assertThat(registration.status()).isEqualTo(201);
        assertThat(registration.body()).doesNotContain("javascript:");
        assertThat(consent.body()).doesNotContain("javascript:");
    }

    /** Attack 36: nothing is sent without the person, and nothing can be laid over the page. */
    @Test
    void cannot_answer_for_the_person() {
        var consent = OAuthDance.register().signIn(Demo.OWNER);

        assertThat(consent.body()).doesNotContain("<script", "onload", "http-equiv", "<meta http");
        assertThat(consent.header("X-Frame-Options")).contains("DENY");
        assertThat(consent.header("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'", "default-src 'none'");
        assertThat(consent.header("Refresh")).isEmpty();
    }

    private static void requireHarmless(Reply reply) {
        assertThat(reply.status()).isLessThan(500);
        assertThat(reply.body().toLowerCase()).doesNotContain("<script", "<img", "<svg", "onerror=alert(1)>");
        reply.header("Content-Security-Policy")
                .ifPresent(policy ->
                        assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
    }
}
