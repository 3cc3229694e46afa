package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import org.junit.jupiter.api.Test;

/** {@code prompt=none}, OpenID Connect Core §3.1.2.6. */
class SilentAuthorizationIT {
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void asks_nobody_to_sign_in() {
        Expect.sentBack(dance.with("prompt", "none").ask(), "login_required");
    }

    @Test
    void connects_nobody_who_has_not_been_asked() {
        dance.signIn(Demo.OWNER);

        Expect.sentBack(dance.with("prompt", "none").ask(), "consent_required");
    }

    @Test
    void connects_nobody_again_who_has_been_asked_before() {
        dance.tokens(Demo.OWNER);

        Expect.sentBack(dance.with("prompt", "none").ask(), "consent_required");
    }

    @Test
    void checks_everything_else_first() {
        Expect.sentBack(
                dance.with("prompt", "none").with("code_challenge", null).ask(), "invalid_request");
    }

    @Test
    void leaves_the_next_request_of_the_client_alone() {
        dance.with("prompt", "none").ask();

        assertThat(dance.with("prompt", null).ask().location().text()).contains("/oauth/consent?flow=");
    }
}
