package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §6 with rotation. */
class RefreshTokenIT {
    private final OAuthDance dance = OAuthDance.register();
    private String accessToken;
    private String refreshToken;

    @BeforeEach
    void obtain() {
        var tokens = dance.tokens(Demo.OWNER);
        accessToken = tokens.getString("access_token");
        refreshToken = tokens.getString("refresh_token");
    }

    @Test
    void is_replaced_at_each_use() {
        var reply = dance.refresh(refreshToken);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.json().getString("token_type")).isEqualTo("Bearer");
        assertThat(reply.json().getString("refresh_token")).isNotEqualTo(refreshToken);
        assertThat(reply.json().getString("access_token")).isNotEqualTo(accessToken);
        Expect.accepted(reply.json().getString("access_token"));
    }

    @Test
    void leaves_the_older_access_token_in_force() {
        dance.refresh(refreshToken);

        Expect.accepted(accessToken);
    }

    @Test
    void leads_to_the_same_successor_when_a_parallel_client_uses_it_again() {
        var first = dance.refresh(refreshToken).json().getString("refresh_token");
        var second = dance.refresh(refreshToken).json().getString("refresh_token");

        assertThat(second).isEqualTo(first);
        assertThat(dance.refresh(first).status()).isEqualTo(200);
    }

    @Test
    void leads_to_one_chain_when_a_slow_client_uses_it_after_the_successor() {
        var second = dance.refresh(refreshToken).json().getString("refresh_token");
        var third = dance.refresh(second).json().getString("refresh_token");

        assertThat(dance.refresh(refreshToken).json().getString("refresh_token"))
                .isEqualTo(second);
        assertThat(dance.refresh(second).json().getString("refresh_token")).isEqualTo(third);
    }

    @Test
    void is_refused_within_the_grace_when_it_was_revoked() {
        var successor = dance.refresh(refreshToken).json();
        dance.revoke(successor.getString("refresh_token"));

        Expect.refused(dance.refresh(refreshToken), 400, "invalid_grant");
        Expect.dead(successor.getString("access_token"));
    }

    @Test
    void is_worth_nothing_to_another_client() {
        Expect.refused(OAuthDance.register().refresh(refreshToken), 400, "invalid_grant");

        assertThat(dance.refresh(refreshToken).status()).isEqualTo(200);
        Expect.accepted(accessToken);
    }

    @Test
    void is_worth_nothing_when_guessed() {
        var changed = refreshToken.substring(0, refreshToken.length() - 1) + (refreshToken.endsWith("A") ? "B" : "A");

        for (var guess : new String[] {
            changed,
            refreshToken.substring(0, refreshToken.length() - 1),
            refreshToken + "A",
            refreshToken.substring(4),
            "x"
        }) {
            Expect.refused(dance.refresh(guess), 400, "invalid_grant");
        }

        assertThat(dance.refresh(refreshToken).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "access"})
    void is_not_any_other_secret_of_the_same_connection(String kind) {
        var secret = kind.equals("code") ? OAuthDance.code(dance.answer(dance.authorize(), "acme")) : accessToken;

        Expect.refused(dance.refresh(secret), 400, "invalid_grant");
    }

    @Test
    void must_be_there() {
        Expect.refused(dance.refresh(refreshToken, "refresh_token", null), 400, "invalid_request");
    }

    @Test
    void opens_nothing_by_itself() {
        Expect.dead(refreshToken);
    }

    @Test
    void lives_in_a_chain_as_long_as_it_is_used() {
        var current = refreshToken;
        for (int use = 0; use < 10; use++) {
            current = dance.refresh(current).json().getString("refresh_token");
        }

        assertThat(dance.refresh(current).status()).isEqualTo(200);
    }
}
