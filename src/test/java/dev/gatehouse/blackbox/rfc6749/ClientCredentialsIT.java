package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §4.4: a client in its own name. */
class ClientCredentialsIT {
    private static JsonObject serviceClient(String method) {
        return Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add("client_credentials"))
                .add("redirect_uris", Json.createArrayBuilder())
                .add("token_endpoint_auth_method", method)
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret_basic", "client_secret_post"})
    void gives_a_token_to_a_client_that_authenticates(String method) {
        var dance = OAuthDance.register(serviceClient(method));
        var reply = dance.ownToken();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.json().getString("token_type")).isEqualTo("Bearer");
        assertThat(reply.json().getString("scope")).isEqualTo("mcp");
        var claims = AccessTokenClaims.unverified(reply.json().getString("access_token"));
        assertThat(claims.getString("sub")).isEqualTo(dance.clientId());
        assertThat(claims.getString("client_id")).isEqualTo(dance.clientId());
        assertThat(claims.getString("aud")).isEqualTo(Sut.url("/mcp"));
    }

    @Test
    void gives_no_refresh_token() {
        assertThat(OAuthDance.trusted().ownToken().json()).doesNotContainKey("refresh_token");
    }

    @Test
    void gives_the_scope_that_is_asked_for() {
        var reply = OAuthDance.trusted().ownToken(Map.of("scope", "mcp:read offline_access"));

        assertThat(reply.json().getString("scope")).isEqualTo("mcp:read");
    }

    @Test
    void refuses_scopes_that_mean_nothing_to_the_resource() {
        Expect.refused(OAuthDance.trusted().ownToken(Map.of("scope", "offline_access admin")), 400, "invalid_scope");
    }

    @Test
    void refuses_another_resource() {
        Expect.refused(
                OAuthDance.trusted().ownToken(Map.of("resource", "https://other.example/mcp")), 400, "invalid_target");
    }

    @Test
    void refuses_a_client_that_proves_nothing() {
        var reply = OAuthDance.register(serviceClient("none")).ownToken();

        Expect.refused(reply, 400, "unauthorized_client");
        assertThat(reply.json()).doesNotContainKey("access_token");
    }

    @Test
    void refuses_a_client_that_did_not_register_for_it() {
        var members = Json.createObjectBuilder()
                .add("token_endpoint_auth_method", "client_secret_post")
                .build();

        Expect.refused(OAuthDance.register(members).ownToken(), 400, "unauthorized_client");
    }

    @Test
    void refuses_a_wrong_secret() {
        var client = Demo.trustedClient().getString("clientId");

        Expect.refused(
                OAuthDance.of(client)
                        .authenticatingBy("client_secret_basic", "wrong")
                        .ownToken(),
                401,
                "invalid_client");
    }

    @Test
    void acts_for_nobody_at_the_mcp_endpoint() {
        var token = OAuthDance.trusted().ownToken().json().getString("access_token");
        var reply = McpDriver.bearer(token).call("whoami");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().getString("error")).isEqualTo("forbidden");
        assertThat(reply.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void can_be_revoked_by_itself() {
        var dance = OAuthDance.trusted();
        var token = dance.ownToken().json().getString("access_token");
        var other = dance.ownToken().json().getString("access_token");

        assertThat(dance.revoke(token).status()).isEqualTo(200);

        Expect.dead(token);
        assertThat(dance.introspect(token).json().getBoolean("active")).isFalse();
        assertThat(dance.introspect(other).json().getBoolean("active")).isTrue();
    }

    @Test
    void cannot_be_revoked_by_another_client() {
        var dance = OAuthDance.trusted();
        var token = dance.ownToken().json().getString("access_token");

        assertThat(OAuthDance.register().revoke(token).status()).isEqualTo(200);

        assertThat(dance.introspect(token).json().getBoolean("active")).isTrue();
    }

    @Test
    void is_recorded() {
        var dance = OAuthDance.register(serviceClient("client_secret_post"));

        assertThat(Audit.during(dance.ownToken()).toString())
                .contains("oauth.token_issued")
                .contains(dance.clientId());
    }
}
