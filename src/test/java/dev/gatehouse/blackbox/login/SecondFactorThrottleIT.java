package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.AuthenticatorApp;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.StrictServer;
import dev.gatehouse.blackbox.support.Witness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Six digits must not be found by trying. */
class SecondFactorThrottleIT {
    @RegisterExtension
    static final Witness WITNESS = StrictServer.witness();

    @Test
    void is_slowed_down_when_it_is_guessed() {
        var person = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        var owners = new Browser();
        owners.signIn(owners.open("/login").page(), person.user());
        var app = AuthenticatorApp.setUpIn(owners);
        var browser = new Browser();
        var form = browser.signIn(browser.open("/login").page(), person.user())
                .page()
                .form();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(browser.post(form.fill("code", "00000" + guess)).status())
                    .isEqualTo(401);
        }

        var reply = browser.post(form.fill("code", app.code(0)));

        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.header("Retry-After").orElseThrow())).isBetween(1, 600);
        assertThat(browser.cookies()).doesNotContainKey("gatehouse_session");
        assertThat(browser.open("/").body()).doesNotContain("Signed in as");
    }
}
