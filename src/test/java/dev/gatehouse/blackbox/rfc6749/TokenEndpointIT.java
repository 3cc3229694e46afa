package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Wire;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §3.2, §5.1 and §5.2. */
class TokenEndpointIT {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final OAuthDance dance = OAuthDance.register();

    @Test
    void answers_with_tokens_that_nobody_stores() {
        var reply = dance.redeem(dance.code(Demo.OWNER));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(reply.json().keySet())
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "refresh_token", "scope");
        assertThat(reply.json().getString("token_type")).isEqualTo("Bearer");
        assertThat(reply.json().getInt("expires_in")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "implicit", "AUTHORIZATION_CODE", "x"})
    void refuses_a_grant_that_it_does_not_serve(String type) {
        Expect.refused(redeemWith("grant_type", type), 400, "unsupported_grant_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type", "code"})
    void refuses_a_request_that_lacks(String parameter) {
        Expect.refused(redeemWith(parameter, null), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type", "code"})
    void counts_an_empty_value_as_none(String parameter) {
        Expect.refused(redeemWith(parameter, ""), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=authorization_code",
                "code=x",
                "client_id=x",
                "redirect_uri=x",
                "code_verifier=x",
                "unknown=a&unknown=b"
            })
    void refuses_to_be_told_the_same_thing_twice(String repeated) {
        var code = dance.code(Demo.OWNER);
        var form = Http.encode(dance.tokenRequest(code)) + "&" + repeated;

        Expect.refused(Http.post("/oauth/token").form(form).send(), 400, "invalid_request");
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void refuses_json() {
        var code = dance.code(Demo.OWNER);
        var json = Json.createObjectBuilder(Map.<String, Object>copyOf(dance.tokenRequest(code)))
                .build();

        Expect.refused(Http.post("/oauth/token").json(json).send(), 400, "invalid_request");
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/xml"})
    void refuses_a_form_of_another_type(String type) {
        var code = dance.code(Demo.OWNER);

        Expect.refused(post(type, Http.encode(dance.tokenRequest(code))), 400, "invalid_request");
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void refuses_a_form_of_no_type() {
        var code = dance.code(Demo.OWNER);

        Expect.refused(Wire.post("/oauth/token", Http.encode(dance.tokenRequest(code))), 400, "invalid_request");
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json, application/x-www-form-urlencoded", ";;;", "x", "a/b/c"})
    void refuses_a_type_that_is_none(String type) {
        var reply = Wire.post("/oauth/token", "grant_type=x", "Content-Type: " + type);

        assertThat(reply.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM + ";charset=UTF-8", FORM + "; charset=utf-8", "Application/X-WWW-Form-Urlencoded"})
    void accepts_the_form_type_however_it_is_spelled(String type) {
        assertThat(post(type, Http.encode(dance.tokenRequest(dance.code(Demo.OWNER))))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=%zz", "code=%", "code=%ff", "code=%00", "%00=a"})
    void refuses_a_form_that_is_not_percent_encoded_utf8(String form) {
        Expect.refused(
                Http.post("/oauth/token")
                        .form("grant_type=authorization_code&" + form)
                        .send(),
                400,
                "invalid_request");
    }

    @Test
    void refuses_a_form_that_is_not_utf8() {
        var bytes = "grant_type=authorization_code&code=\u00fc".getBytes(StandardCharsets.ISO_8859_1);

        Expect.refused(Http.post("/oauth/token").body(FORM, bytes).send(), 400, "invalid_request");
    }

    @Test
    void refuses_an_empty_body() {
        Expect.refused(post(FORM, ""), 400, "invalid_request");
    }

    @Test
    void refuses_a_body_beyond_the_limit() {
        Expect.refused(post(FORM, "a".repeat(4_194_305)), 413, "invalid_request");
    }

    @Test
    void refuses_more_than_a_hundred_parameters() {
        Expect.refused(post(FORM, "a=b&".repeat(101)), 400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "code, 400, invalid_grant",
        "refresh_token, 400, invalid_grant",
        "client_id, 401, invalid_client",
        "code_verifier, 400, invalid_grant",
        "redirect_uri, 400, invalid_grant"
    })
    void survives_a_huge(String parameter, int status, String error) {
        Expect.refused(redeemWith(parameter, "a".repeat(1_000_000)), status, error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void is_for_posts_only(String method) {
        var reply = Http.request(method, "/oauth/token").send();

        Expect.refused(reply, 405, "invalid_request");
        assertThat(reply.header("Allow").orElseThrow()).contains("POST");
    }

    @Test
    void reads_nothing_from_the_query() {
        var code = dance.code(Demo.OWNER);

        Expect.refused(
                Http.post("/oauth/token?" + Http.encode(dance.tokenRequest(code)))
                        .form("")
                        .send(),
                400,
                "invalid_request");
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void refuses_a_grant_that_the_client_did_not_register_for() {
        var coder = OAuthDance.register(Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add("authorization_code"))
                .build());
        var refreshToken = dance.tokens(Demo.OWNER).getString("refresh_token");

        Expect.refused(coder.refresh(refreshToken), 400, "unauthorized_client");
        assertThat(dance.refresh(refreshToken).status()).isEqualTo(200);
    }

    @Test
    void gives_no_refresh_token_to_a_client_that_did_not_register_for_it() {
        var coder = OAuthDance.register(Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add("authorization_code"))
                .build());

        assertThat(coder.tokens(Demo.OWNER)).doesNotContainKey("refresh_token").containsKey("access_token");
    }

    private Reply redeemWith(String parameter, String value) {
        return dance.redeem("ghc_x", parameter, value);
    }

    private static Reply post(String type, String body) {
        return Http.post("/oauth/token").body(type, body).send();
    }
}
