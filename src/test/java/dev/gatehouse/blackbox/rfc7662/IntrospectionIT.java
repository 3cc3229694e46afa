package dev.gatehouse.blackbox.rfc7662;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7662: a client learns what its own tokens are, a trusted one what anybody's are, and nobody learns more. */
class IntrospectionIT {
    private final OAuthDance dance = confidential();
    private JsonObject tokens;

    private static OAuthDance confidential() {
        return OAuthDance.register(Json.createObjectBuilder()
                .add("token_endpoint_auth_method", "client_secret_post")
                .build());
    }

    @BeforeEach
    void obtain() {
        tokens = dance.tokens(Demo.OWNER);
    }

    @Test
    void tells_what_an_access_token_is() {
        var answer = dance.introspect(tokens.getString("access_token"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var token = answer.json();
        assertThat(token.getBoolean("active")).isTrue();
        assertThat(token.getString("client_id")).isEqualTo(dance.clientId());
        assertThat(token.getString("username")).isEqualTo("owner@acme.example");
        assertThat(token.getString("scope")).isEqualTo(tokens.getString("scope"));
        assertThat(token.getString("token_type")).isEqualTo("Bearer");
        assertThat(token.getString("iss")).isEqualTo(Sut.url(""));
        assertThat(token.getJsonArray("aud").getString(0)).isEqualTo(Sut.url("/mcp"));
        assertThat(token.getJsonNumber("exp").longValue())
                .isGreaterThan(token.getJsonNumber("iat").longValue());
    }

    @Test
    void tells_what_a_refresh_token_is() {
        var token = dance.introspect(tokens.getString("refresh_token")).json();

        assertThat(token.getBoolean("active")).isTrue();
        assertThat(token).doesNotContainKey("token_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token"})
    void tells_another_client_nothing_but_that_it_cannot_be_used(String kind) {
        var answer = confidential().introspect(tokens.getString(kind));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"active\":false}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token"})
    void tells_a_trusted_client_what_anybodys_token_is(String kind) {
        assertThat(OAuthDance.trusted()
                        .introspect(tokens.getString(kind))
                        .json()
                        .getBoolean("active"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ghr_x", "e30.e30.e30", "%00"})
    void knows_nothing_of_what_never_was_a_token(String token) {
        assertThat(dance.introspect(token).body()).isEqualTo("{\"active\":false}");
    }

    @Test
    void knows_when_a_token_has_been_revoked() {
        dance.revoke(tokens.getString("refresh_token"));

        assertThat(dance.introspect(tokens.getString("access_token")).body()).isEqualTo("{\"active\":false}");
        assertThat(dance.introspect(tokens.getString("refresh_token")).body()).isEqualTo("{\"active\":false}");
    }

    @Test
    void knows_when_a_refresh_token_has_been_replaced() {
        dance.refresh(tokens.getString("refresh_token"));

        assertThat(dance.introspect(tokens.getString("refresh_token")).body()).isEqualTo("{\"active\":false}");
    }

    @Test
    void answers_no_client_that_proves_nothing() {
        var reply = OAuthDance.register().introspect(tokens.getString("access_token"));

        Expect.refused(reply, 401, "invalid_client");
        assertThat(reply.json()).doesNotContainKey("active");
    }

    @Test
    void answers_nobody() {
        Expect.refused(Http.post("/oauth/introspect").form(Map.of("token", "x")).send(), 401, "invalid_client");
    }

    @Test
    void needs_a_token() {
        Expect.refused(
                OAuthDance.trusted().send("/oauth/introspect", Map.of("token_type_hint", "access_token")),
                400,
                "invalid_request");
    }
}
