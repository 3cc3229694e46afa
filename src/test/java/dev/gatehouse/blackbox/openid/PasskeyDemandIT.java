package dev.gatehouse.blackbox.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.AuthenticatorApp;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.SoftwareAuthenticator;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code acr_values=phr} of somebody who signed in with a password: a passkey is asked for, and the way goes on. */
class PasskeyDemandIT {
    private static final String ADD = "/account/security/passkeys";

    @RegisterExtension
    static final Witness WITNESS = Witness.asUsual();

    private final SoftwareAuthenticator device = new SoftwareAuthenticator();
    private OAuthDance dance;
    private Browser browser;
    private Newcomer person;

    @BeforeEach
    void somebody_signs_in_with_a_password() {
        dance = OAuthDance.register().with("acr_values", "phr").with("scope", "mcp openid");
        browser = dance.browser();
        person = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        browser.signIn(browser.open("/login").page(), person.user());
    }

    private void addPasskey() {
        browser.submit(device.make(browser.open(ADD)));
    }

    private void requireConnected(Reply consent) {
        assertThat(consent.body()).contains("Connect <em>");
        var tokens =
                dance.redeem(OAuthDance.code(dance.answer(consent, "acme"))).json();
        assertThat(AccessTokenClaims.unverified(tokens.getString("id_token")).getString("acr"))
                .isEqualTo("phr");
    }

    private void requireNotConnected() {
        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
    }

    private int passkeys() {
        return WITNESS.rows("select * from identity_passkey where user_id = ?", person.id())
                .size();
    }

    private static Page.Form form(Reply page, String action) {
        return page.page().forms().stream()
                .filter(form -> form.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asks_for_the_passkey_that_the_person_has_and_goes_on() {
        addPasskey();

        var asked = dance.authorize();
        assertThat(asked.status()).isEqualTo(200);

        requireConnected(browser.submit(device.answer(browser.visit(asked.page().link("Use a passkey")))));
    }

    @Test
    void lets_somebody_add_their_first_passkey_asks_for_it_and_goes_on() {
        var added = browser.submit(
                device.make(browser.visit(dance.authorize().page().link("Add a passkey"))));
        assertThat(added.uri().getPath()).isEqualTo("/oauth/consent");
        requireNotConnected();

        requireConnected(browser.submit(device.answer(browser.visit(added.page().link("Use a passkey")))));
    }

    @Test
    void cannot_be_skipped() {
        addPasskey();
        var asked = dance.authorize();

        var again = browser.submit(form(asked, "/oauth/consent").fill("decision", "approve"));

        assertThat(again.page().link("Use a passkey")).isNotEmpty();
        assertThat(browser.open(asked.uri().toString()).body()).doesNotContain("Connect <em>");
        requireNotConnected();
    }

    @Test
    void adds_no_passkey_without_the_second_factor_where_there_is_one() {
        var ready = device.make(browser.open(ADD));
        var app = AuthenticatorApp.setUpIn(browser);

        assertThat(browser.post(ready).location().text()).startsWith(Sut.url("/login/second-factor?return_to="));
        assertThat(passkeys()).isZero();

        var code = browser.visit(dance.authorize().page().link("Add a passkey"));
        assertThat(code.uri().getPath()).isEqualTo("/login/second-factor");
        var page = browser.submit(code.page().form().fill("code", app.code(0)));
        var added = browser.submit(device.make(page));
        requireConnected(browser.submit(device.answer(browser.visit(added.page().link("Use a passkey")))));
    }

    @Test
    void adds_no_passkey_long_after_the_sign_in() {
        WITNESS.database()
                .change(
                        "update identity_login_session set created_at = ? where user_id = ?",
                        OffsetDateTime.now().minusMinutes(11),
                        person.id());

        var login = browser.visit(dance.authorize().page().link("Add a passkey"));
        assertThat(login.page().asksFor("password")).isTrue();

        var added = browser.submit(device.make(browser.signIn(login.page(), person.user())));
        requireConnected(browser.submit(device.answer(browser.visit(added.page().link("Use a passkey")))));
    }

    @Test
    void tells_the_client_when_the_person_cannot() {
        var asked = dance.authorize();

        var end = browser.submit(form(asked, "/oauth/consent").press("decision", "unable"));

        Expect.sentBack(end, "unmet_authentication_requirements");
        requireNotConnected();
    }

    @Test
    void tells_the_client_nothing_of_the_kind_where_it_asked_for_less() {
        var consent = dance.with("acr_values", "1fa").authorize();

        var again = browser.submit(form(consent, "/oauth/consent").fill("decision", "unable"));

        assertThat(again.body()).contains("Connect <em>");
    }

    @Test
    void helps_somebody_who_needs_two_factors_and_has_set_up_none() {
        dance.with("acr_values", "2fa");

        var added = browser.submit(
                device.make(browser.visit(dance.authorize().page().link("Add a passkey"))));

        requireConnected(browser.submit(device.answer(browser.visit(added.page().link("Use a passkey")))));
    }

    @Test
    void goes_on_as_whoever_the_passkey_belongs_to() {
        addPasskey();
        var others = OAuthDance.register().with("acr_values", "phr");
        var other = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        others.browser().signIn(others.browser().open("/login").page(), other.user());

        var consent = others.browser()
                .submit(device.answer(others.browser()
                        .open("/login/passkey?return_to="
                                + others.ask().location().text().replaceFirst("^https?://[^/]+", ""))));

        assertThat(consent.body())
                .contains(person.user().email())
                .doesNotContain(other.user().email());
    }

    @Test
    void leads_nobody_away_from_this_site_when_a_passkey_is_added() {
        var page = browser.open(ADD + "?return_to=https%3A%2F%2Fevil.example%2F");

        assertThat(browser.post(device.make(page)).location().text()).isEqualTo(Sut.url("/"));
        assertThat(page.body()).doesNotContain("evil.example");
    }
}
