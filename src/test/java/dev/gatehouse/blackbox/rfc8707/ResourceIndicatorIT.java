package dev.gatehouse.blackbox.rfc8707;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceIndicatorIT {
    private static final String FOREIGN = "https://other.example/mcp";

    private final OAuthDance dance = OAuthDance.register();

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/mcp/", "/api/v1/mcp"})
    void may_name_the_endpoint_in_each_form_that_clients_type(String path) {
        var tokens = dance.with("resource", Sut.url(path)).tokens(Demo.OWNER);

        requireForTheEndpoint(tokens);
    }

    @Test
    void may_be_left_out_everywhere() {
        requireForTheEndpoint(dance.with("resource", null).tokens(Demo.OWNER));
    }

    @Test
    void may_come_several_times_as_long_as_each_is_ours() {
        var reply = Http.get(dance.authorizationPath() + "&resource=" + Sut.url("/mcp/"))
                .send();

        assertThat(reply.location().text()).contains("/oauth/consent?flow=");
    }

    @Test
    void may_not_name_a_foreign_one_beside_ours() {
        Expect.sentBack(
                Http.get(dance.authorizationPath() + "&resource=" + FOREIGN).send(), "invalid_target");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FOREIGN,
                "/mcp",
                "mcp",
                "BASE/mcp#fragment",
                "BASE/mcp?x=y",
                "BASE/MCP",
                "BASE/mcp/x",
                "BASE/mcp/../mcp",
                "BASE//mcp",
                "BASE.evil.example/mcp",
                "BASE@evil.example/mcp",
                "urn:x",
                "*",
                "not a uri"
            })
    void may_not_name_anything_else_in_the_authorization_request(String resource) {
        Expect.sentBack(
                dance.with("resource", resource.replace("BASE", Sut.url(""))).ask(), "invalid_target");
    }

    @Test
    void may_be_repeated_in_the_token_request() {
        requireForTheEndpoint(dance.redeem(dance.code(Demo.OWNER), "resource", Sut.url("/mcp"))
                .json());
    }

    @ParameterizedTest
    @ValueSource(strings = {FOREIGN, "x", "https://evil.example/"})
    void uses_no_code_up_when_it_is_foreign(String resource) {
        var code = dance.code(Demo.OWNER);

        Expect.refused(dance.redeem(code, "resource", resource), 400, "invalid_target");

        requireForTheEndpoint(dance.redeem(code).json());
    }

    @Test
    void uses_no_code_up_when_one_of_several_is_foreign() {
        var code = dance.code(Demo.OWNER);
        var form = Http.encode(dance.tokenRequest(code)) + "&resource=" + Sut.url("/mcp") + "&resource=" + FOREIGN;

        Expect.refused(Http.post("/oauth/token").form(form).send(), 400, "invalid_target");

        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void may_be_repeated_at_refresh() {
        var refreshToken = dance.tokens(Demo.OWNER).getString("refresh_token");

        requireForTheEndpoint(
                dance.refresh(refreshToken, "resource", Sut.url("/mcp/")).json());
    }

    @Test
    void uses_no_refresh_token_up_when_it_is_foreign() {
        var refreshToken = dance.tokens(Demo.OWNER).getString("refresh_token");

        Expect.refused(dance.refresh(refreshToken, "resource", FOREIGN), 400, "invalid_target");

        requireForTheEndpoint(dance.refresh(refreshToken).json());
    }

    private static void requireForTheEndpoint(JsonObject tokens) {
        assertThat(AccessTokenClaims.unverified(tokens.getString("access_token"))
                        .getString("aud"))
                .isEqualTo(Sut.url("/mcp"));
        Expect.accepted(tokens.getString("access_token"));
    }
}
