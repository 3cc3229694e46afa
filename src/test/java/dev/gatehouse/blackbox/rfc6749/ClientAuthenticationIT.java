package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §2.3: exactly the method that the client registered. */
class ClientAuthenticationIT {
    private static final String BASIC = "client_secret_basic";
    private static final String POST = "client_secret_post";

    @ParameterizedTest
    @ValueSource(strings = {"none", BASIC, POST})
    void works_by_the_registered_method(String method) {
        var dance = OAuthDance.register(metadata(method));
        var tokens = dance.tokens(Demo.OWNER);

        assertThat(dance.refresh(tokens.getString("refresh_token")).status()).isEqualTo(200);
        Expect.accepted(tokens.getString("access_token"));
    }

    @ParameterizedTest
    @CsvSource({
        "none, " + BASIC,
        "none, " + POST,
        BASIC + ", none",
        BASIC + ", " + POST,
        POST + ", none",
        POST + ", " + BASIC
    })
    void works_by_no_other_method(String registered, String presented) {
        var client = OAuthDance.registerClient(metadata(registered)).json();
        var dance = dance(client);
        var code = dance.code(Demo.OWNER);

        dance.authenticatingBy(presented, client.getString("client_secret", "guess"));
        requireInvalidClient(dance.redeem(code), presented.equals(BASIC));

        dance.authenticatingBy(registered, client.getString("client_secret", ""));
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {BASIC, POST})
    void refuses_a_wrong_secret(String method) {
        var client = OAuthDance.registerClient(metadata(method)).json();
        var secret = client.getString("client_secret");
        var dance = dance(client);
        var code = dance.code(Demo.OWNER);

        for (var wrong : new String[] {"wrong", secret + "x", secret.substring(1), secret.toLowerCase(), ""}) {
            requireInvalidClient(dance.authenticatingBy(method, wrong).redeem(code), method.equals(BASIC));
        }

        assertThat(dance.authenticatingBy(method, secret).redeem(code).status()).isEqualTo(200);
    }

    @Test
    void refuses_two_methods_at_once() {
        var client = OAuthDance.registerClient(metadata(BASIC)).json();
        var dance = dance(client).authenticatingBy(BASIC, client.getString("client_secret"));
        var code = dance.code(Demo.OWNER);

        var both = dance.redeem(code, "client_secret", client.getString("client_secret"));

        Expect.refused(both, 400, "invalid_request");
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void refuses_two_clients_at_once() {
        var dance = OAuthDance.register(metadata(BASIC));
        var code = dance.code(Demo.OWNER);

        Expect.refused(dance.redeem(code, "client_id", OAuthDance.register().clientId()), 400, "invalid_request");
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void lets_a_basic_client_repeat_its_id_in_the_form() {
        var dance = OAuthDance.register(metadata(BASIC));

        assertThat(dance.redeem(dance.code(Demo.OWNER), "client_id", dance.clientId())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void decodes_both_halves_of_basic() {
        var client = OAuthDance.registerClient(metadata(BASIC)).json();
        var dance = dance(client);
        var code = dance.code(Demo.OWNER);
        var form = dance.tokenRequest(code);
        form.remove("client_id");

        var reply = Http.post("/oauth/token")
                .basic(percentEncoded(dance.clientId()), percentEncoded(client.getString("client_secret")))
                .form(form)
                .send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic !!!", "Basic", "Basic ", "Basic bm9jb2xvbg==", "Basic Og==", "basic Oip4"})
    void refuses_basic_that_is_none(String header) {
        var reply = Http.post("/oauth/token")
                .header("Authorization", header)
                .form(OAuthDance.register().tokenRequest("x"))
                .send();

        requireInvalidClient(reply, true);
    }

    @Test
    void refuses_an_unknown_client_by_name() {
        var dance = OAuthDance.register();
        var code = dance.code(Demo.OWNER);

        requireInvalidClient(dance.redeem(code, "client_id", "unknown"), false);
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void refuses_an_unknown_client_by_basic() {
        var form = Map.of("grant_type", "authorization_code", "code", "x");

        requireInvalidClient(
                Http.post("/oauth/token").basic("unknown", "secret").form(form).send(), true);
    }

    @Test
    void refuses_a_request_of_nobody() {
        requireInvalidClient(OAuthDance.register().redeem("x", "client_id", null), false);
    }

    private static OAuthDance dance(JsonObject client) {
        return OAuthDance.of(client.getString("client_id"));
    }

    private static JsonObject metadata(String method) {
        return Json.createObjectBuilder()
                .add("token_endpoint_auth_method", method)
                .build();
    }

    private static String percentEncoded(String text) {
        return text.chars().mapToObj(c -> "%" + Integer.toHexString(c)).collect(Collectors.joining());
    }

    private static void requireInvalidClient(Reply reply, boolean basicTried) {
        Expect.refused(reply, 401, "invalid_client");
        assertThat(reply.header("WWW-Authenticate").orElse("").startsWith("Basic "))
                .isEqualTo(basicTried);
        assertThat(reply.header("WWW-Authenticate").isPresent()).isEqualTo(basicTried);
    }
}
