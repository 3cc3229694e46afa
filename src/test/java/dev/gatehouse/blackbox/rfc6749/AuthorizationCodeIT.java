package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §4.1.3: what a code is bound to, and what its replay costs. */
class AuthorizationCodeIT {
    private final OAuthDance dance = OAuthDance.register();
    private String code;

    @BeforeEach
    void obtain() {
        code = dance.code(Demo.OWNER);
    }

    @Test
    void rejects_a_replayed_code_and_revokes_what_it_issued() {
        var tokens = dance.redeem(code).json();
        Expect.accepted(tokens.getString("access_token"));

        Expect.refused(dance.redeem(code), 400, "invalid_grant");

        requireDead(tokens);
    }

    @Test
    void revokes_what_was_refreshed_from_a_replayed_code_too() {
        var first = dance.redeem(code).json();
        var second = dance.refresh(first.getString("refresh_token")).json();

        Expect.refused(dance.redeem(code), 400, "invalid_grant");

        requireDead(second);
    }

    @Test
    void leaves_other_connections_of_the_client_alone_when_a_code_is_replayed() {
        var other = dance.redeem(OAuthDance.code(dance.answer(dance.authorize(), "acme")))
                .json();
        dance.redeem(code);

        dance.redeem(code);

        requireAlive(other);
    }

    @Test
    void rejects_another_clients_code() {
        var thief = OAuthDance.register();

        Expect.refused(
                thief.redeem(code, "code_verifier", dance.tokenRequest(code).get("code_verifier")),
                400,
                "invalid_grant");

        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void revokes_nothing_when_another_client_replays_a_code() {
        var tokens = dance.redeem(code).json();

        Expect.refused(OAuthDance.register().redeem(code), 400, "invalid_grant");

        requireAlive(tokens);
    }

    @Test
    void revokes_nothing_when_a_code_is_replayed_without_its_verifier() {
        var tokens = dance.redeem(code).json();

        Expect.refused(dance.redeem(code, "code_verifier", OAuthDance.randomVerifier()), 400, "invalid_grant");

        requireAlive(tokens);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3001/callback",
                "http://localhost/callback",
                "http://127.0.0.1:3000/callback",
                "http://localhost:3000/callback/",
                "https://evil.example/"
            })
    void rejects_a_code_for_another_redirect_uri(String redirectUri) {
        Expect.refused(dance.redeem(code, "redirect_uri", redirectUri), 400, "invalid_grant");

        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void revokes_nothing_for_a_guess() {
        var tokens = dance.redeem(code).json();
        var changed = code.substring(0, code.length() - 1) + (code.endsWith("A") ? "B" : "A");

        for (var guess : new String[] {
            changed,
            code.substring(0, code.length() - 1),
            code + "A",
            code.toLowerCase(),
            code.substring(4),
            "ghc_",
            "x"
        }) {
            Expect.refused(dance.redeem(guess), 400, "invalid_grant");
        }

        requireAlive(tokens);
    }

    @Test
    void takes_no_token_for_a_code() {
        var tokens = dance.redeem(code).json();

        Expect.refused(dance.redeem(tokens.getString("refresh_token")), 400, "invalid_grant");
        Expect.refused(dance.redeem(tokens.getString("access_token")), 400, "invalid_grant");

        requireAlive(tokens);
    }

    private void requireAlive(JsonObject tokens) {
        Expect.accepted(tokens.getString("access_token"));
        assertThat(dance.refresh(tokens.getString("refresh_token")).status()).isEqualTo(200);
    }

    private void requireDead(JsonObject tokens) {
        Expect.dead(tokens.getString("access_token"));
        Expect.refused(dance.refresh(tokens.getString("refresh_token")), 400, "invalid_grant");
    }
}
