package dev.gatehouse.blackbox.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.AuthenticatorApp;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Witness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code acr_values=2fa} of somebody who has set up a second factor, and signed in before they had. */
class SecondFactorDemandIT {
    @RegisterExtension
    static final Witness WITNESS = Witness.asUsual();

    private OAuthDance dance;
    private AuthenticatorApp app;

    @BeforeEach
    void somebody_signs_in_and_sets_up_an_app() {
        dance = OAuthDance.register().with("acr_values", "2fa");
        var browser = dance.browser();
        browser.signIn(
                browser.open("/login").page(),
                Newcomer.to(WITNESS.database()).joins("acme", "admin").user());
        app = AuthenticatorApp.setUpIn(browser);
    }

    @Test
    void asks_for_the_second_factor_and_goes_on() {
        var asked = dance.authorize();
        assertThat(asked.uri().getPath()).isEqualTo("/login/second-factor");

        var consent = dance.browser().submit(asked.page().form().fill("code", app.code(0)));

        assertThat(consent.body()).contains("Connect <em>");
        assertThat(dance.redeem(OAuthDance.code(dance.answer(consent, "acme"))).status())
                .isEqualTo(200);
    }

    @Test
    void cannot_be_skipped() {
        var flow = dance.ask().location().text();

        assertThat(dance.browser().open(flow).location().text()).contains("/login/second-factor?return_to=");
        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
    }

    @Test
    void is_content_with_what_is_better_than_asked_for() {
        dance.browser().submit(dance.authorize().page().form().fill("code", app.code(0)));

        assertThat(dance.with("acr_values", "1fa").authorize().body()).contains("Connect <em>");
        assertThat(dance.with("acr_values", "2fa").authorize().body()).contains("Connect <em>");
    }

    @Test
    void is_not_asked_for_where_it_would_not_do() {
        var asked = dance.with("acr_values", "phr").authorize();

        assertThat(asked.uri().getPath()).isEqualTo("/oauth/consent");
        assertThat(asked.page().link("Add a passkey")).isNotEmpty();
    }
}
