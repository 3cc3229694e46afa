package dev.gatehouse.blackbox.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import org.junit.jupiter.api.Test;

/** {@code prompt=none}, OpenID Connect Core §3.1.2.6: never a page, and a code for those only who need not be asked. */
class SilentAuthorizationIT {
    private static final String TRUSTED = "http://localhost:8765/callback?";
    private final OAuthDance dance = OAuthDance.register();
    private final OAuthDance trusted = OAuthDance.trusted().with("prompt", "none");

    @Test
    void asks_nobody_to_sign_in() {
        Expect.sentBack(dance.with("prompt", "none").ask(), "login_required");
        Expect.sentBack(trusted.ask(), TRUSTED, "login_required");
    }

    @Test
    void asks_nobody_for_consent() {
        Expect.sentBack(dance.in(signedIn(Demo.OWNER)).with("prompt", "none").ask(), "consent_required");
    }

    @Test
    void asks_again_of_a_client_that_registered_itself_even_after_a_consent() {
        dance.allow(Demo.OWNER, "acme");

        Expect.sentBack(dance.with("prompt", "none").ask(), "consent_required");
    }

    @Test
    void connects_a_trusted_client_of_somebody_who_is_signed_in() {
        var reply = trusted.in(signedIn(Demo.OWNER)).ask();

        assertThat(reply.location().text()).startsWith(TRUSTED + "code=");
        assertThat(reply.location().parameter("state")).contains(OAuthDance.STATE);
        assertThat(reply.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.matches("gatehouse_flow_[^=]+=[^;].*"));
        Expect.accepted(trusted.redeem(OAuthDance.code(reply)).json().getString("access_token"));
        assertThat(Audit.during(reply))
                .extracting(event -> event.getString("action"))
                .containsExactly("oauth.trusted_client_connected");
    }

    @Test
    void asks_nobody_which_organization() {
        Expect.sentBack(trusted.in(signedIn(Demo.NOBODY)).ask(), TRUSTED, "interaction_required");
    }

    @Test
    void asks_nobody_to_sign_in_again() {
        Expect.sentBack(trusted.in(signedIn(Demo.OWNER)).with("max_age", "0").ask(), TRUSTED, "login_required");
    }

    @Test
    void asks_nobody_for_another_account() {
        Expect.sentBack(
                trusted.in(signedIn(Demo.OWNER))
                        .with("login_hint", "auditor@acme.example")
                        .ask(),
                TRUSTED,
                "account_selection_required");
    }

    @Test
    void asks_nobody_for_a_second_factor() {
        Expect.sentBack(
                trusted.in(signedIn(Demo.OWNER)).with("acr_values", "2fa").ask(), TRUSTED, "interaction_required");
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

    private static Browser signedIn(Demo.User user) {
        var browser = new Browser();
        browser.signIn(browser.open("/login").page(), user);
        return browser;
    }
}
