package dev.gatehouse.blackbox.rfc8693;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8693: a client exchanges an access token of ours for one by which it acts for the subject. */
class TokenExchangeIT {
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final OAuthDance person = OAuthDance.register();
    private final OAuthDance agent = exchanging("client_secret_post");
    private JsonObject tokens;

    private static OAuthDance exchanging(String method) {
        return OAuthDance.register(Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add(EXCHANGE).add("client_credentials"))
                .add("redirect_uris", Json.createArrayBuilder())
                .add("token_endpoint_auth_method", method)
                .build());
    }

    @BeforeEach
    void obtain() {
        tokens = person.tokens(Demo.OWNER);
    }

    private Map<String, String> subject(String token) {
        var parameters = new HashMap<String, String>();
        parameters.put("subject_token", token);
        parameters.put("subject_token_type", ACCESS_TOKEN);
        return parameters;
    }

    private JsonObject exchanged() {
        return agent.grant(EXCHANGE, subject(tokens.getString("access_token"))).json();
    }

    @Test
    void gives_a_token_by_which_the_client_acts_for_the_subject() {
        var reply = agent.grant(EXCHANGE, subject(tokens.getString("access_token")));

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().getString("issued_token_type")).isEqualTo(ACCESS_TOKEN);
        assertThat(reply.json()).doesNotContainKey("refresh_token");
        var claims = AccessTokenClaims.unverified(reply.json().getString("access_token"));
        var subject = AccessTokenClaims.unverified(tokens.getString("access_token"));
        assertThat(claims.getString("sub")).isEqualTo(subject.getString("sub"));
        assertThat(claims.getString("client_id")).isEqualTo(agent.clientId());
        assertThat(claims.getJsonObject("act").getString("sub")).isEqualTo(agent.clientId());
    }

    @Test
    void lets_the_client_call_tools_as_the_person() {
        var who = McpDriver.bearer(exchanged().getString("access_token")).result("whoami");

        assertThat(who.toString()).contains("owner@acme.example");
    }

    @Test
    void keeps_the_whole_chain_of_delegation() {
        var second = exchanging("client_secret_basic");
        var reply = second.grant(EXCHANGE, subject(exchanged().getString("access_token")));
        var act = AccessTokenClaims.unverified(reply.json().getString("access_token"))
                .getJsonObject("act");

        assertThat(act.getString("sub")).isEqualTo(second.clientId());
        assertThat(act.getJsonObject("act").getString("sub")).isEqualTo(agent.clientId());
    }

    @Test
    void names_the_actor_whose_token_is_shown() {
        var parameters = subject(tokens.getString("access_token"));
        var actor = agent.ownToken().json().getString("access_token");
        parameters.put("actor_token", actor);
        parameters.put("actor_token_type", ACCESS_TOKEN);

        var act = AccessTokenClaims.unverified(
                        agent.grant(EXCHANGE, parameters).json().getString("access_token"))
                .getJsonObject("act");
        assertThat(act.getString("sub"))
                .isEqualTo(AccessTokenClaims.unverified(actor).getString("sub"));
    }

    @Test
    void gives_fewer_scopes_when_asked() {
        var parameters = subject(tokens.getString("access_token"));
        parameters.put("scope", "mcp:read");

        assertThat(agent.grant(EXCHANGE, parameters).json().getString("scope")).isEqualTo("mcp:read");
    }

    @Test
    void gives_no_more_scopes_than_the_subject_token_has() {
        var narrow = person.refresh(tokens.getString("refresh_token"), "scope", "mcp:read")
                .json();
        var parameters = subject(narrow.getString("access_token"));
        parameters.put("scope", "mcp:write");

        Expect.refused(agent.grant(EXCHANGE, parameters), 400, "invalid_scope");
    }

    @Test
    void lives_no_longer_than_the_subject_token() {
        assertThat(AccessTokenClaims.unverified(exchanged().getString("access_token"))
                        .getJsonNumber("exp")
                        .longValue())
                .isLessThanOrEqualTo(AccessTokenClaims.unverified(tokens.getString("access_token"))
                        .getJsonNumber("exp")
                        .longValue());
    }

    @Test
    void ends_with_the_authorization_that_it_descends_from() {
        var token = exchanged().getString("access_token");
        Expect.accepted(token);

        person.revoke(tokens.getString("refresh_token"));

        Expect.dead(token);
    }

    @Test
    void can_be_revoked_without_ending_the_authorization() {
        var token = exchanged().getString("access_token");

        agent.revoke(token);

        Expect.dead(token);
        Expect.accepted(tokens.getString("access_token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "e30.e30.e30", "ghk_demo"})
    void refuses_what_is_no_access_token_of_ours(String token) {
        var reply = agent.grant(EXCHANGE, subject(token));

        Expect.refused(reply, 400, "invalid_request");
        assertThat(reply.json()).doesNotContainKey("access_token");
    }

    /** CVE-2026-9704: what cannot be read must not fall through to another grant. */
    @Test
    void refuses_a_subject_token_beyond_all_bounds() {
        var reply = agent.grant(EXCHANGE, subject("e30.".repeat(20_000)));

        Expect.refused(reply, 400, "invalid_request");
    }

    @Test
    void refuses_a_refresh_token() {
        Expect.refused(agent.grant(EXCHANGE, subject(tokens.getString("refresh_token"))), 400, "invalid_request");
    }

    @Test
    void refuses_a_revoked_token() {
        person.revoke(tokens.getString("access_token"));

        Expect.refused(agent.grant(EXCHANGE, subject(tokens.getString("access_token"))), 400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "subject_token_type, urn:ietf:params:oauth:token-type:id_token, invalid_request",
        "requested_token_type, urn:ietf:params:oauth:token-type:refresh_token, invalid_request",
        "audience, https://other.example/mcp, invalid_target",
        "resource, https://other.example/mcp, invalid_target"
    })
    void refuses_what_it_does_not_serve(String parameter, String value, String error) {
        var parameters = subject(tokens.getString("access_token"));
        parameters.put(parameter, value);

        Expect.refused(agent.grant(EXCHANGE, parameters), 400, error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject_token", "subject_token_type"})
    void needs(String parameter) {
        var parameters = subject(tokens.getString("access_token"));
        parameters.remove(parameter);

        Expect.refused(agent.grant(EXCHANGE, parameters), 400, "invalid_request");
    }

    @Test
    void is_not_for_clients_that_prove_nothing() {
        Expect.refused(
                exchanging("none").grant(EXCHANGE, subject(tokens.getString("access_token"))),
                400,
                "unauthorized_client");
    }

    @Test
    void is_recorded_with_the_person_and_the_acting_client() {
        exchanged();

        assertThat(Audit.of(agent.clientId(), Demo.ACME_KEY).toString())
                .contains("oauth.token_exchanged")
                .contains("owner@acme.example");
    }
}
