package dev.gatehouse.blackbox.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who somebody is, and what they may do here, are two things: a token for the first opens nothing of the second. */
class IdentityScopeIT {
    private final OAuthDance dance = OAuthDance.register();

    @ParameterizedTest
    @ValueSource(strings = {"openid", "openid profile", "openid profile email offline_access"})
    void of_a_person_alone_is_granted_for_userinfo_and_not_for_the_endpoint(String scope) {
        var tokens = dance.with("scope", scope).tokens(Demo.OWNER);
        var token = tokens.getString("access_token");

        assertThat(tokens.getString("scope").split(" ")).containsExactlyInAnyOrder(scope.split(" "));
        assertThat(AccessTokenClaims.unverified(token).getString("aud")).isEqualTo(Sut.url("/oauth/userinfo"));
        assertThat(userinfo(token)).isEqualTo(200);
        Expect.dead(token);
    }

    @Test
    void together_with_one_of_the_endpoint_opens_both() {
        var token = dance.with("scope", "mcp:read openid").tokens(Demo.OWNER).getString("access_token");

        assertThat(AccessTokenClaims.unverified(token).getString("aud")).isEqualTo(Sut.url("/mcp"));
        assertThat(userinfo(token)).isEqualTo(200);
        Expect.accepted(token);
    }

    @Test
    void narrowed_to_the_person_by_a_refresh_opens_the_endpoint_no_more() {
        var tokens = dance.with("scope", "mcp openid").tokens(Demo.OWNER);

        var narrowed = dance.refresh(tokens.getString("refresh_token"), "scope", "openid")
                .json()
                .getString("access_token");

        assertThat(userinfo(narrowed)).isEqualTo(200);
        Expect.dead(narrowed);
    }

    @Test
    void of_a_person_alone_cannot_be_widened_by_a_refresh() {
        var refreshToken = dance.with("scope", "openid").tokens(Demo.OWNER).getString("refresh_token");

        Expect.refused(dance.refresh(refreshToken, "scope", "mcp"), 400, "invalid_scope");
        Expect.refused(dance.refresh(refreshToken, "scope", "openid email"), 400, "invalid_scope");
    }

    @Test
    void is_not_granted_when_no_scope_is_named() {
        assertThat(dance.tokens(Demo.OWNER).getString("scope")).isEqualTo("mcp");
    }

    @Test
    void is_said_in_plain_words_on_the_consent_page() {
        var page = dance.with("scope", "mcp:read openid profile email")
                .signIn(Demo.OWNER)
                .body();

        assertThat(page)
                .contains("Recognize you when you come back")
                .contains("See your name")
                .contains("See your e-mail address")
                .doesNotContain("openid");
    }

    private static int userinfo(String token) {
        return Http.get("/oauth/userinfo").bearer(token).send().status();
    }
}
