package dev.gatehouse.blackbox.alias;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that were set up against the older systems keep working on the paths that they know. */
class AliasIT {
    private static final String CANONICAL = "/oauth/authorize";

    @ParameterizedTest
    @CsvSource({
        "'', /register, /authorize, /token",
        "/api/auth/mcp, /register, /authorize, /token",
        "/api/oauth/per-user, /register, /authorize, /token",
        "'', /register/, /authorize/, /token/"
    })
    void complete_the_flow_from_registration_to_tool_call(
            String base, String register, String authorize, String token) {
        var client = Http.post(base + register)
                .json("{\"client_name\":\"Test\",\"redirect_uris\":[\"http://localhost:3000/callback\"],"
                        + "\"token_endpoint_auth_method\":\"none\"}")
                .send();
        assertThat(client.status()).isEqualTo(201);
        var dance = OAuthDance.of(client.json().getString("client_id"));
        var signIn = dance.browser().visit(dance.authorizationPath().replace(CANONICAL, base + authorize));

        var reply = dance.answer(dance.browser().signIn(signIn.page(), Demo.OWNER), "acme");
        var tokens = dance.send(base + token, dance.tokenRequest(OAuthDance.code(reply)));

        assertThat(reply.location().parameter("state")).contains(OAuthDance.STATE);
        assertThat(reply.location().parameter("iss")).contains(Sut.url(""));
        assertThat(tokens.status()).isEqualTo(200);
        Expect.accepted(tokens.json().getString("access_token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authorize", "/api/auth/mcp/authorize", "/api/oauth/per-user/authorize"})
    void keep_every_character_of_the_query(String path) {
        var state = "a{b}c%&=+ \"<>\u00fc\uD83D\uDEAA{client_id}/../?#";
        var dance = OAuthDance.register().with("state", state).with("response_type", "token");

        var reply = dance.browser().open(dance.authorizationPath().replace(CANONICAL, path));

        assertThat(reply.location().text()).startsWith(OAuthDance.REDIRECT_URI + "?error=unsupported_response_type");
        assertThat(reply.location().parameter("state")).contains(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/api/auth/mcp/token", "/api/oauth/per-user/token"})
    void refuse_like_the_canonical_path(String path) {
        var dance = OAuthDance.register();

        Expect.refused(dance.send(path, dance.tokenRequest("x")), 400, "invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authorize", "/api/auth/mcp/authorize", "/api/oauth/per-user/authorize"})
    void redirect_nowhere_that_is_not_registered(String path) {
        var dance = OAuthDance.register().with("redirect_uri", "https://evil.example/");

        Expect.page(dance.browser().open(dance.authorizationPath().replace(CANONICAL, path)), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/mcp/", "/api/v1/mcp", "/api/v1/mcp/"})
    void reach_the_endpoint_without_a_redirect(String path) {
        var whoami = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"whoami\"}}";

        assertThat(Http.post(path).json("{\"method\":\"tools/list\"}").send().status())
                .isEqualTo(401);
        assertThat(Http.post(path)
                        .header("X-API-Key", Demo.ACME_KEY)
                        .json(whoami)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void take_tokens_for_the_endpoint_whichever_name_was_typed() {
        var token = OAuthDance.register()
                .with("resource", Sut.url("/api/v1/mcp"))
                .tokens(Demo.OWNER)
                .getString("access_token");

        Expect.accepted(token);
        assertThat(Http.post("/api/v1/mcp")
                        .bearer(token)
                        .json("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void are_never_named_by_metadata() {
        for (var path : new String[] {
            "/.well-known/oauth-authorization-server", "/api/auth/.well-known/oauth-authorization-server"
        }) {
            assertThat(Http.get(path).send().body()).doesNotContain("/api/", Sut.url("/token"), Sut.url("/authorize"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tokens",
                "/token/x",
                "/Token",
                "/api/auth/token",
                "/api/auth/mcp",
                "/api/auth/.well-known/",
                "/api/auth/.well-known/other",
                "/api/v1/mcp/x",
                "/api/v1",
                "//token",
                "/api/auth/mcp/../mcp/token"
            })
    void do_not_reach_further(String path) {
        assertThat(Wire.post(path, "grant_type=x").status()).isIn(400, 404);
    }
}
