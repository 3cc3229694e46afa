package dev.gatehouse.blackbox.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code prompt}, OpenID Connect Core §3.1.2.1, to somebody who is signed in. */
class PromptIT {
    private final OAuthDance dance = OAuthDance.register();

    @BeforeEach
    void sign_in_before() {
        dance.browser().signIn(dance.browser().open("/login").page(), Demo.OWNER);
    }

    @Test
    void login_demands_a_fresh_sign_in_once() {
        var page = dance.with("prompt", "login").authorize();
        assertThat(page.page().asksFor("password")).isTrue();

        var consent = dance.browser().signIn(page.page(), Demo.OWNER);

        assertThat(consent.page().asksFor("password")).isFalse();
        assertThat(dance.browser().open(consent.uri().toString()).page().asksFor("password"))
                .isFalse();
        assertThat(dance.redeem(OAuthDance.code(dance.answer(consent, "acme"))).status())
                .isEqualTo(200);
    }

    @Test
    void login_is_not_satisfied_by_going_to_the_next_page() {
        var flow = dance.with("prompt", "login").ask().location().text();

        assertThat(dance.browser().open(flow).location().text()).contains("/login?return_to=");
        assertThat(dance.browser().open(flow).location().text()).contains("/login?return_to=");
        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
    }

    @Test
    void login_demands_it_of_trusted_clients_too() {
        var trusted = OAuthDance.trusted().in(dance.browser()).with("prompt", "login");

        var page = trusted.authorize();

        assertThat(page.page().asksFor("password")).isTrue();
        assertThat(trusted.browser().signIn(page.page(), Demo.OWNER).location().parameter("code"))
                .isPresent();
    }

    @Test
    void consent_asks_even_for_a_trusted_client() {
        var trusted = OAuthDance.trusted().in(dance.browser()).with("prompt", "consent");

        var page = trusted.authorize();

        assertThat(page.page().form().buttons())
                .extracting(button -> button.getValue())
                .contains("approve");
        assertThat(trusted.redeem(OAuthDance.code(trusted.answer(page, "acme"))).status())
                .isEqualTo(200);
    }

    @Test
    void select_account_asks_which_account_is_meant() {
        var page = dance.with("prompt", "select_account").authorize();

        assertThat(page.body()).contains("Continue as owner@acme.example", "Use another account");
        assertThat(page.header("Content-Security-Policy").orElseThrow()).endsWith("http://localhost:3000");
    }

    @Test
    void select_account_lets_the_person_go_on() {
        var page = dance.with("prompt", "select_account").authorize();

        var consent = dance.browser().submit(page.page().form().press("decision", "continue"));

        assertThat(consent.body()).contains("Connect <em>").contains("owner@acme.example");
        assertThat(dance.answer(consent, "acme").location().parameter("code")).isPresent();
    }

    @Test
    void select_account_lets_somebody_else_sign_in() {
        var page = dance.with("prompt", "select_account").authorize();

        var signIn = dance.browser().submit(page.page().form().press("decision", "another"));
        var consent = dance.browser().signIn(signIn.page(), Demo.AUDITOR);

        assertThat(consent.body()).contains("Connect <em>", "auditor@acme.example");
    }

    @Test
    void select_account_cannot_be_skipped() {
        var page = dance.with("prompt", "select_account").authorize();

        var reply = dance.browser().post(page.page().form().fill("decision", "approve"));

        assertThat(reply.body()).contains("Continue as owner@acme.example");
        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
    }

    @Test
    void select_account_takes_a_sign_in_that_came_later_for_an_answer() {
        var page = dance.with("prompt", "select_account").authorize();
        dance.browser().signIn(dance.browser().open("/login").page(), Demo.AUDITOR);

        assertThat(dance.browser().open(page.uri().toString()).body())
                .contains("auditor@acme.example")
                .contains("Connect <em>");
    }

    @Test
    void select_account_can_be_declined() {
        var page = dance.with("prompt", "select_account").authorize();

        Expect.sentBack(dance.browser().post(page.page().form().press("decision", "deny")), "access_denied");
    }

    @Test
    void values_combine() {
        var trusted = OAuthDance.trusted().in(dance.browser()).with("prompt", "login consent");

        var consent = trusted.browser().signIn(trusted.authorize().page(), Demo.OWNER);

        assertThat(consent.body()).contains("Connect <em>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "", "LOGIN", "unknown"})
    void a_value_that_nobody_knows_is_ignored(String prompt) {
        assertThat(dance.with("prompt", prompt).authorize().body()).contains("Connect <em>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none login", "consent none", "none select_account"})
    void none_excludes_every_other_value(String prompt) {
        Expect.sentBack(dance.with("prompt", prompt).ask(), "invalid_request");
    }
}
