package dev.gatehouse.blackbox.rfc9126;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint: who may push, what is checked, what is answered. */
class PushedRequestIT {
    private static final String URN = "urn:ietf:params:oauth:request_uri:";
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void answers_with_a_reference_that_nobody_guesses_and_its_lifetime() {
        var reply = dance.push();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.json().keySet()).containsExactlyInAnyOrder("request_uri", "expires_in");
        assertThat(reply.json().getString("request_uri")).matches(URN + "[A-Za-z0-9_-]{43}");
        assertThat(reply.json().getInt("expires_in")).isEqualTo(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "client_secret_basic", "client_secret_post"})
    void takes_a_request_from_a_client_that_authenticates_as_it_registered(String method) {
        var client = OAuthDance.register(Json.createObjectBuilder()
                .add("token_endpoint_auth_method", method)
                .build());

        var consent = client.browser()
                .signIn(client.browser().visit(client.pushedPath()).page(), Demo.OWNER);
        var code = OAuthDance.code(client.answer(consent, "acme"));

        assertThat(client.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void takes_none_from_a_client_with_a_wrong_secret() {
        var client = OAuthDance.register(Json.createObjectBuilder()
                .add("token_endpoint_auth_method", "client_secret_post")
                .build());
        var form = client.pushRequest();
        form.put("client_secret", "wrong");

        Expect.refused(client.send("/oauth/par", form), 401, "invalid_client");
    }

    @Test
    void takes_none_from_an_unknown_client() {
        Expect.refused(OAuthDance.of("unknown").push(), 401, "invalid_client");
    }

    @Test
    void takes_no_reference_for_a_request() {
        var form = dance.pushRequest();
        form.put("request_uri", dance.push().json().getString("request_uri"));

        Expect.refused(dance.send("/oauth/par", form), 400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, , invalid_request",
        "response_type, token, unsupported_response_type",
        "response_mode, fragment, invalid_request",
        "redirect_uri, https://evil.example/, invalid_request",
        "redirect_uri, not a uri, invalid_request",
        "scope, none:known, invalid_scope",
        "resource, https://other.example/mcp, invalid_target",
        "code_challenge, , invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, , invalid_request",
        "request, eyJ.eyJ.x, request_not_supported"
    })
    void checks_at_once_what_the_authorization_endpoint_checks(String parameter, String value, String error) {
        var reply = dance.with(parameter, value).push();

        Expect.refused(reply, 400, error);
        assertThat(reply.header("Location")).isEmpty();
    }

    @Test
    void refuses_what_is_said_twice() {
        Expect.refused(
                Http.post("/oauth/par")
                        .form(Http.encode(dance.pushRequest()) + "&scope=mcp&scope=mcp:read")
                        .send(),
                400,
                "invalid_request");
    }

    @Test
    void refuses_a_request_of_a_client_that_could_not_redeem_the_code() {
        var refresher = OAuthDance.register(Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add("refresh_token"))
                .build());

        Expect.refused(refresher.push(), 400, "unauthorized_client");
    }

    @Test
    void refuses_more_than_anybody_means() {
        Expect.refused(dance.with("scope", "mcp " + "x".repeat(40_000)).push(), 400, "invalid_request");
    }

    @Test
    void keeps_no_parameter_that_nobody_reads() {
        assertThat(dance.with("unknown", "x".repeat(100_000)).push().status()).isEqualTo(201);
    }

    @Test
    void reads_forms_only() {
        Expect.refused(
                Http.post("/oauth/par")
                        .json(Json.createObjectBuilder()
                                .add("client_id", dance.clientId())
                                .build())
                        .send(),
                400,
                "invalid_request");
        Expect.refused(Http.get("/oauth/par").send(), 405, "invalid_request");
    }

    @Test
    void may_be_called_by_web_pages() {
        var reply = Http.post("/oauth/par")
                .header("Origin", "https://app.example")
                .form(Map.of())
                .send();

        assertThat(reply.header("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void may_be_what_a_client_registers_for() {
        var strict = OAuthDance.register(Json.createObjectBuilder()
                .add("require_pushed_authorization_requests", true)
                .build());

        Expect.sentBack(strict.ask(), "invalid_request");
        assertThat(strict.browser().open(strict.pushedPath()).status()).isEqualTo(303);
    }

    @Test
    void is_confirmed_when_a_client_registers_for_it() {
        var registration = OAuthDance.registerClient(Json.createObjectBuilder()
                        .add("require_pushed_authorization_requests", true)
                        .build())
                .json();

        assertThat(registration.getBoolean("require_pushed_authorization_requests"))
                .isTrue();
    }

    @Test
    void is_announced() {
        var metadata =
                Http.get("/.well-known/oauth-authorization-server").send().json();

        assertThat(metadata.getString("pushed_authorization_request_endpoint")).endsWith("/oauth/par");
        assertThat(metadata.getBoolean("require_pushed_authorization_requests")).isFalse();
    }
}
