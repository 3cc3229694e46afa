package dev.gatehouse.blackbox.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.OAuthDance;
import org.junit.jupiter.api.Test;

/** People connect several clients at once, in one browser. */
class ParallelFlowsIT {
    private final Browser browser = new Browser();
    private final OAuthDance first = OAuthDance.register().in(browser);
    private final OAuthDance second = OAuthDance.register().in(browser);

    @Test
    void both_finish_when_they_are_interleaved() {
        var firstConsent = first.signIn(Demo.OWNER);
        var secondConsent = second.authorize();

        var firstCode = OAuthDance.code(first.answer(firstConsent, "acme"));
        var secondCode = OAuthDance.code(second.answer(secondConsent, "acme"));

        assertThat(second.redeem(secondCode).status()).isEqualTo(200);
        assertThat(first.redeem(firstCode).status()).isEqualTo(200);
    }

    @Test
    void both_finish_when_both_wait_for_the_sign_in() {
        var firstSignIn = first.authorize();
        var secondSignIn = second.authorize();

        var secondConsent = browser.signIn(secondSignIn.page(), Demo.OWNER);
        var firstConsent = browser.signIn(firstSignIn.page(), Demo.OWNER);

        assertThat(first.redeem(OAuthDance.code(first.answer(firstConsent, "acme")))
                        .status())
                .isEqualTo(200);
        var secondAgain = browser.visit(secondConsent.uri().toString());
        assertThat(second.redeem(OAuthDance.code(second.answer(secondAgain, "acme")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void one_goes_on_when_the_other_is_declined() {
        var firstConsent = first.signIn(Demo.OWNER);
        var secondConsent = second.authorize();
        browser.post(firstConsent.page().form().press("decision", "deny"));

        assertThat(second.redeem(OAuthDance.code(second.answer(secondConsent, "acme")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void of_one_client_give_codes_of_their_own() {
        var one = OAuthDance.code(first.allow(Demo.OWNER, "acme"));
        var other = OAuthDance.code(first.answer(first.authorize(), "acme"));

        assertThat(one).isNotEqualTo(other);
        assertThat(first.redeem(other).status()).isEqualTo(200);
        assertThat(first.redeem(one).status()).isEqualTo(200);
    }
}
