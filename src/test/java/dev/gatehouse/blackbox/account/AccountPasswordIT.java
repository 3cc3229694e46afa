package dev.gatehouse.blackbox.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.AuthenticatorApp;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is changed by whoever knows the old one, in a form of their own session, and only then. */
class AccountPasswordIT {
    private static final String CHOSEN = "seven quiet herons";

    @RegisterExtension
    static final Witness WITNESS = Witness.asUsual();

    private final Browser browser = new Browser();
    private Newcomer person;
    private String hash;

    @BeforeEach
    void sign_in_there() {
        person = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        hash = hash();
        browser.signIn(browser.open("/login").page(), person.user());
    }

    @Test
    void is_changed_at_once() {
        assertThat(browser.submit(filled(CHOSEN)).status()).isEqualTo(200);

        assertThat(signIn(person.user().password()).status()).isEqualTo(401);
        assertThat(signIn(CHOSEN).status()).isEqualTo(303);
    }

    @Test
    void is_the_same_however_its_letters_are_composed() {
        browser.submit(filled("A\u030angstro\u0308m und Mehl"));

        assertThat(signIn("\u212bngström und Mehl").status()).isEqualTo(303);
    }

    @Test
    void ends_every_other_session_and_not_this_one() {
        var elsewhere = new Browser();
        elsewhere.signIn(elsewhere.open("/login").page(), person.user());

        browser.submit(filled(CHOSEN));

        assertThat(elsewhere.open("/").body()).doesNotContain("Signed in as");
        assertThat(browser.open("/").body()).contains("Signed in as");
    }

    @Test
    void ends_every_connection_of_the_person_and_of_nobody_else() {
        var dance = OAuthDance.register();
        var tokens = dance.tokens(person.user());
        var others = OAuthDance.register().tokens(Demo.AUDITOR);

        browser.submit(filled(CHOSEN));

        Expect.dead(tokens.getString("access_token"));
        Expect.refused(dance.refresh(tokens.getString("refresh_token")), 400, "invalid_grant");
        Expect.accepted(others.getString("access_token"));
    }

    @Test
    void leaves_other_people_signed_in() {
        var auditors = new Browser();
        auditors.signIn(auditors.open("/login").page(), Demo.AUDITOR);

        browser.submit(filled(CHOSEN));

        assertThat(auditors.open("/").body()).contains("Signed in as");
    }

    @Test
    void leaves_a_record_without_either_password() {
        var reply = browser.submit(filled(CHOSEN));

        assertThat(WITNESS.rows(
                        "select * from audit_record where request_id = ?",
                        reply.header("X-Request-Id").orElseThrow()))
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("action", "account.password_changed")
                        .containsEntry("user_label", person.user().email()))
                .satisfies(record -> assertThat(record.toString())
                        .doesNotContain(CHOSEN, person.user().password()));
    }

    @Test
    void stays_without_the_second_factor_where_there_is_one() {
        var form = filled(CHOSEN);
        AuthenticatorApp.setUpIn(browser);

        assertThat(browser.post(form).location().text())
                .isEqualTo(Sut.url("/login/second-factor?return_to=%2Faccount%2Fpassword"));
        requireUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "demo-auditor-password"})
    void stays_without_the_old_one(String old) {
        requireUnchanged(browser.submit(filled(CHOSEN).fill("password", old)), "not your present password");
    }

    @Test
    void stays_when_the_new_one_was_mistyped() {
        requireUnchanged(browser.submit(filled(CHOSEN).fill("new_password_again", CHOSEN + "x")), "differ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "Password2026!", "aaaaaaaaaaaaaaaa"})
    void stays_when_the_new_one_is_easy_to_guess(String chosen) {
        requireUnchanged(browser.submit(filled(chosen)), "That password is");
    }

    @Test
    void stays_when_the_new_one_is_the_address() {
        requireUnchanged(browser.submit(filled(person.user().email())), "That password is");
    }

    @Test
    void stays_when_the_form_comes_from_elsewhere() {
        Expect.page(browser.post(filled(CHOSEN).fill("csrf", "x")), 403);
        requireUnchanged();
    }

    @Test
    void stays_when_the_form_was_opened_by_somebody_else_in_the_same_browser() {
        var form = filled(CHOSEN);
        browser.signIn(browser.open("/login").page(), person.user());

        Expect.page(browser.post(form), 403);
        requireUnchanged();
    }

    @Test
    void asks_whoever_is_not_signed_in_to_sign_in() {
        var stranger = new Browser();

        assertThat(stranger.open("/account/password").location().text())
                .isEqualTo(Sut.url("/login?return_to=%2Faccount%2Fpassword"));
        assertThat(stranger.post(filled(CHOSEN)).location().text())
                .isEqualTo(Sut.url("/login?return_to=%2Faccount%2Fpassword"));
        requireUnchanged();
    }

    private Page.Form filled(String chosen) {
        return browser.open("/account/password")
                .page()
                .form()
                .fill("password", person.user().password())
                .fill("new_password", chosen)
                .fill("new_password_again", chosen);
    }

    private Reply signIn(String password) {
        var other = new Browser();
        return other.post(other.open("/login")
                .page()
                .form()
                .fill("email", person.user().email())
                .fill("password", password));
    }

    private void requireUnchanged(Reply reply, String problem) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains(problem);
        assertThat(reply.page().asksFor("new_password")).isTrue();
        requireUnchanged();
    }

    private void requireUnchanged() {
        assertThat(hash()).isEqualTo(hash);
    }

    private String hash() {
        return WITNESS.rows(
                        "select password_hash from identity_user where email = ?",
                        person.user().email())
                .getFirst()
                .get("password_hash");
    }
}
