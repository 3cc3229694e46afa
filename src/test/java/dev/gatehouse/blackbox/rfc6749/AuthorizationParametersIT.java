package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Wire;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationParametersIT {
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void must_name_a_response_type() {
        Expect.sentBack(dance.with("response_type", null).ask(), "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "id_token", "code token", "code id_token", "CODE", "none"})
    void may_ask_for_a_code_only(String responseType) {
        Expect.sentBack(dance.with("response_type", responseType).ask(), "unsupported_response_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fragment", "form_post", "query.jwt", "web_message"})
    void may_ask_for_the_answer_in_the_query_only(String responseMode) {
        Expect.sentBack(dance.with("response_mode", responseMode).ask(), "invalid_request");
    }

    @Test
    void may_name_the_query_as_the_response_mode() {
        assertThat(dance.with("response_mode", "query").ask().location().text()).contains("/oauth/consent?flow=");
    }

    @ParameterizedTest
    @CsvSource({"request, request_not_supported", "request_uri, request_uri_not_supported"})
    void may_not_come_as_a_request_object(String parameter, String error) {
        Expect.sentBack(
                dance.with(parameter, "https://evil.example/request.jwt").ask(), error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "response_type=code",
                "scope=mcp",
                "code_challenge_method=S256",
                "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
            })
    void may_not_say_the_same_thing_twice(String repeated) {
        dance.with("scope", "mcp");

        Expect.sentBack(Http.get(dance.authorizationPath() + "&" + repeated).send(), "invalid_request");
    }

    @Test
    void may_not_carry_two_states() {
        var reply = Http.get(dance.authorizationPath() + "&state=other").send();

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location().text()).startsWith(OAuthDance.REDIRECT_URI + "?error=invalid_request&");
        assertThat(reply.location().parameter("state")).isEmpty();
    }

    @Test
    void may_carry_a_long_state() {
        var state = "s".repeat(2_000);

        assertThat(dance.with("state", state)
                        .allow(Demo.OWNER, "acme")
                        .location()
                        .parameter("state"))
                .contains(state);
    }

    @Test
    void may_carry_a_long_nonce_and_not_a_longer_one() {
        assertThat(dance.with("nonce", "n".repeat(500)).ask().location().text()).contains("/oauth/consent?flow=");

        Expect.sentBack(dance.with("nonce", "n".repeat(501)).ask(), "invalid_request");
    }

    @Test
    void may_not_carry_a_longer_one() {
        var reply = dance.with("state", "s".repeat(2_001)).ask();

        assertThat(reply.location().text()).startsWith(OAuthDance.REDIRECT_URI + "?error=invalid_request&");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a&iss=https://evil.example&code=evil",
                "<script>alert(1)</script>",
                "\u00fcml\u00e4ut \uD83D\uDEAA",
                "a+b%20c%2Bd",
                "#fragment",
                "line\r\nSet-Cookie: evil=1"
            })
    void gets_its_state_back_unchanged(String state) {
        var reply = dance.with("state", state).with("response_type", "token").ask();

        assertThat(reply.location().parameter("state")).contains(state);
        assertThat(reply.location().parameter("code")).isEmpty();
        assertThat(reply.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void may_do_without_a_state() {
        var reply = dance.with("state", null).allow(Demo.OWNER, "acme");

        assertThat(reply.location().parameter("code")).isPresent();
        assertThat(reply.location().parameter("state")).isEmpty();
    }

    @Test
    void counts_an_empty_value_as_none() {
        var reply = dance.with("state", "")
                .with("scope", "")
                .with("response_mode", "")
                .ask();

        assertThat(reply.location().text()).contains("/oauth/consent?flow=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%f", "%ff", "%c3%28", "%ed%a0%80", "%00"})
    void must_be_percent_encoded_utf8(String encoded) {
        var reply = Wire.get(dance.authorizationPath() + "&x=" + encoded);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Location")).isEmpty();
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    @Test
    void may_not_be_more_than_a_hundred() {
        Expect.page(Http.get(dance.authorizationPath() + "&a=b".repeat(101)).send(), 400);
    }

    @Test
    void may_not_come_from_a_client_that_could_not_redeem_the_code() {
        var refresher = OAuthDance.register(Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add("refresh_token"))
                .build());

        Expect.sentBack(refresher.ask(), "unauthorized_client");
    }

    @Test
    void may_be_of_a_kind_that_nobody_knows() {
        assertThat(dance.with("nonce", "n")
                        .with("ui_locales", "de")
                        .ask()
                        .location()
                        .text())
                .contains("/oauth/consent?flow=");
    }
}
