package dev.gatehouse.blackbox.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import org.junit.jupiter.api.Test;

/** The operator's own client, registered beforehand, is connected by signing in. */
class TrustedClientIT {
    private final OAuthDance dance = OAuthDance.trusted();

    @Test
    void needs_no_consent() {
        var reply = dance.signIn(Demo.OWNER);

        assertThat(reply.location().text()).startsWith("http://localhost:8765/callback?code=");
        Expect.accepted(dance.redeem(OAuthDance.code(reply)).json().getString("access_token"));
    }

    @Test
    void needs_the_organization_of_somebody_with_several() {
        var page = dance.signIn(Demo.BOTH);

        var reply = dance.browser().submit(page.page().form().press("organization", "globex"));

        var token = dance.redeem(OAuthDance.code(reply)).json().getString("access_token");
        assertThat(McpDriver.bearer(token)
                        .result("whoami")
                        .getJsonObject("organization")
                        .getString("slug"))
                .isEqualTo("globex");
    }

    @Test
    void needs_its_secret() {
        var code = OAuthDance.code(dance.signIn(Demo.OWNER));

        Expect.refused(dance.authenticatingBy("client_secret_basic", "wrong").redeem(code), 401, "invalid_client");
        Expect.refused(dance.authenticatingBy("none", "").redeem(code), 401, "invalid_client");

        dance.authenticatingBy("client_secret_basic", Demo.trustedClient().getString("clientSecret"));
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void gives_its_code_to_the_browser_that_began_only() {
        var consent = dance.ask().location().text();
        var lured = new Browser();
        lured.signIn(lured.open("/login").page(), Demo.OWNER);

        Expect.page(lured.open(consent), 403);
    }

    @Test
    void refreshes_by_its_secret() {
        var tokens = dance.redeem(OAuthDance.code(dance.signIn(Demo.OWNER))).json();

        assertThat(dance.refresh(tokens.getString("refresh_token")).status()).isEqualTo(200);
    }
}
