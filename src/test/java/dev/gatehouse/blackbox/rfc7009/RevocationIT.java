package dev.gatehouse.blackbox.rfc7009;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7009 §2: whichever token is revoked, the whole authorization ends, at the next request. */
class RevocationIT {
    private final OAuthDance dance = OAuthDance.register();
    private JsonObject tokens;

    @BeforeEach
    void obtain() {
        tokens = dance.tokens(Demo.OWNER);
        Expect.accepted(tokens.getString("access_token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token"})
    void ends_the_authorization_by_its(String kind) {
        requireDone(dance.revoke(tokens.getString(kind)));

        requireEnded(tokens);
    }

    @Test
    void ends_the_authorization_by_a_refresh_token_that_was_replaced() {
        var refreshed = dance.refresh(tokens.getString("refresh_token")).json();

        requireDone(dance.revoke(tokens.getString("refresh_token")));

        Expect.dead(tokens.getString("access_token"));
        requireEnded(refreshed);
    }

    @Test
    void ends_the_authorization_by_an_access_token_that_was_narrowed() {
        var narrowed = dance.refresh(tokens.getString("refresh_token"), "scope", "mcp:read")
                .json();

        requireDone(dance.revoke(narrowed.getString("access_token")));

        Expect.dead(tokens.getString("access_token"));
        requireEnded(narrowed);
    }

    @Test
    void leaves_the_clients_other_authorizations_alone() {
        var other = dance.redeem(OAuthDance.code(dance.answer(dance.authorize(), "acme")))
                .json();

        dance.revoke(tokens.getString("refresh_token"));

        requireAlive(dance, other);
    }

    @Test
    void may_be_repeated() {
        requireDone(dance.revoke(tokens.getString("access_token")));
        requireDone(dance.revoke(tokens.getString("access_token")));

        requireEnded(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token"})
    void does_nothing_to_another_clients(String kind) {
        requireDone(OAuthDance.register().revoke(tokens.getString(kind)));

        requireAlive(dance, tokens);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "ghr_",
                "ghr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "a.b.c",
                "\uD83D\uDEAA",
                "..",
                "ey"
            })
    void says_yes_to_a_token_that_never_was(String token) {
        requireDone(dance.revoke(token));

        requireAlive(dance, tokens);
    }

    @Test
    void does_nothing_for_a_forged_access_token() {
        var parts = tokens.getString("access_token").split("\\.");

        requireDone(dance.revoke(parts[0] + "." + parts[1] + ".AAAA"));

        requireAlive(dance, tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token", "nonsense"})
    void finds_the_token_whatever_the_hint_says(String hint) {
        var form = dance.refreshRequest("");
        form.put("token", tokens.getString("refresh_token"));
        form.put("token_type_hint", hint);

        requireDone(dance.send("/oauth/revoke", form));

        requireEnded(tokens);
    }

    @Test
    void works_for_confidential_clients() {
        var confidential = OAuthDance.register(Json.createObjectBuilder()
                .add("token_endpoint_auth_method", "client_secret_basic")
                .build());
        var own = confidential.tokens(Demo.OWNER);

        requireDone(confidential.revoke(own.getString("access_token")));

        Expect.dead(own.getString("access_token"));
    }

    @Test
    void is_put_on_record_with_the_person() {
        assertThat(Audit.during(dance.revoke(tokens.getString("refresh_token"))))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("action")).isEqualTo("oauth.grant_revoked");
                    assertThat(event.getString("clientId")).isEqualTo(dance.clientId());
                    assertThat(event.getString("userLabel")).isEqualTo("owner@acme.example");
                });
    }

    @Test
    void is_not_put_on_record_when_nothing_was_revoked() {
        assertThat(Audit.during(dance.revoke("x"))).isEmpty();
        assertThat(Audit.during(OAuthDance.register().revoke(tokens.getString("refresh_token"))))
                .isEmpty();
    }

    private static void requireDone(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }

    private void requireEnded(JsonObject ended) {
        Expect.dead(ended.getString("access_token"));
        Expect.refused(dance.refresh(ended.getString("refresh_token")), 400, "invalid_grant");
    }

    private static void requireAlive(OAuthDance owner, JsonObject alive) {
        Expect.accepted(alive.getString("access_token"));
        assertThat(owner.refresh(alive.getString("refresh_token")).status()).isEqualTo(200);
    }
}
