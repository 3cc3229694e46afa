package dev.gatehouse.blackbox.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.AuthenticatorApp;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How somebody signs in is changed by themselves only, in their own session, soon after a sign-in. */
class SecurityIT {
    private static final String BEGIN = "/account/security/totp/begin";
    private static final String REMOVE = "/account/security/totp/remove";
    private static final String RENEW = "/account/security/recovery-codes";

    @RegisterExtension
    static final Witness WITNESS = Witness.asUsual();

    private final Browser browser = new Browser();
    private Newcomer person;

    @BeforeEach
    void somebody_signs_in() {
        person = Newcomer.to(WITNESS.database());
        browser.signIn(browser.open("/login").page(), person.user());
    }

    @Test
    void an_app_gets_its_key_as_picture_link_and_text() {
        var page = begin();
        var app = AuthenticatorApp.reading(page);

        assertThat(page.body()).contains("<svg", "otpauth://totp/Gatehouse%20localhost:", "secret=" + app.key());
        assertThat(page.body()).doesNotContain("<script", "style=", "data:");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void an_app_counts_once_its_first_code_was_typed() {
        var page = begin();
        assertThat(passwordIsEnough()).isTrue();

        var codes = AuthenticatorApp.recoveryCodes(browser.submit(
                page.page().form().fill("code", AuthenticatorApp.reading(page).code(0))));

        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([0-9a-z]{4}-){3}[0-9a-z]{4}"));
        assertThat(passwordIsEnough()).isFalse();
    }

    @Test
    void a_wrong_first_code_changes_nothing_and_may_be_corrected() {
        var page = begin();
        var app = AuthenticatorApp.reading(page);

        var again = browser.submit(page.page().form().fill("code", "000000"));

        assertThat(again.status()).isEqualTo(400);
        assertThat(AuthenticatorApp.reading(again).key()).isEqualTo(app.key());
        assertThat(passwordIsEnough()).isTrue();
        browser.submit(again.page().form().fill("code", app.code(0)));
        assertThat(passwordIsEnough()).isFalse();
    }

    @Test
    void an_app_that_counts_is_not_replaced_by_beginning_anew() {
        var form = form(browser.open("/account/security"), BEGIN);
        var app = AuthenticatorApp.setUpIn(browser);
        prove(app.code(0));

        browser.submit(form.fill(
                "csrf", form(browser.open("/account/security"), REMOVE).fields().get("csrf")));

        assertThat(browser.open("/account/security").body()).contains("10 recovery codes left");
        assertThat(secondFactor(app.code(1)).status()).isEqualTo(303);
    }

    @Test
    void an_app_can_be_removed_with_its_recovery_codes() {
        prove(enrol().code(1));

        browser.submit(form(browser.open("/account/security"), REMOVE));

        assertThat(passwordIsEnough()).isTrue();
        assertThat(WITNESS.rows("select * from identity_recovery_code where user_id = ?", person.id()))
                .isEmpty();
    }

    @Test
    void new_recovery_codes_end_the_old_ones() {
        var page = begin();
        var old = AuthenticatorApp.recoveryCodes(browser.submit(
                page.page().form().fill("code", AuthenticatorApp.reading(page).code(0))));
        prove(old.getLast());

        var codes = AuthenticatorApp.recoveryCodes(browser.submit(form(browser.open("/account/security"), RENEW)));

        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(old);
        assertThat(secondFactor(old.getFirst()).status()).isEqualTo(401);
        assertThat(secondFactor(codes.getFirst()).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {REMOVE, RENEW})
    void changes_need_a_sign_in_of_the_last_minutes(String change) {
        enrol();
        var form = form(browser.open("/account/security"), change);
        WITNESS.database()
                .change(
                        "update identity_login_session set created_at = ? where user_id = ?",
                        OffsetDateTime.now().minusMinutes(11),
                        person.id());

        assertThat(browser.post(form).location().text()).isEqualTo(Sut.url("/login?return_to=%2Faccount%2Fsecurity"));
        assertThat(passwordIsEnough()).isFalse();
        assertThat(browser.open("/account/security").body()).contains("10 recovery codes left");
    }

    @ParameterizedTest
    @ValueSource(strings = {REMOVE, RENEW})
    void changes_need_the_second_factor_where_there_is_one(String change) {
        enrol();

        assertThat(browser.post(form(browser.open("/account/security"), change))
                        .location()
                        .text())
                .isEqualTo(Sut.url("/login/second-factor?return_to=%2Faccount%2Fsecurity"));
        assertThat(passwordIsEnough()).isFalse();
        assertThat(browser.open("/account/security").body()).contains("10 recovery codes left");
    }

    @ParameterizedTest
    @ValueSource(strings = {REMOVE, RENEW})
    void changes_need_the_persons_own_form(String change) {
        prove(enrol().code(1));
        var form = form(browser.open("/account/security"), change);

        Expect.page(browser.post(form.fill("csrf", "x")), 403);
        var other = new Browser();
        other.signIn(
                other.open("/login").page(), Newcomer.to(WITNESS.database()).user());
        Expect.page(other.post(form), 403);
        assertThat(passwordIsEnough()).isFalse();
    }

    @Test
    void whoever_is_not_signed_in_is_asked_to() {
        assertThat(new Browser().open("/account/security").location().text())
                .isEqualTo(Sut.url("/login?return_to=%2Faccount%2Fsecurity"));
    }

    @Test
    void changes_are_on_record_without_a_secret() {
        var app = enrol();

        assertThat(WITNESS.rows("select * from audit_record where user_id = ?", person.id()))
                .anySatisfy(record -> assertThat(record).containsEntry("action", "account.totp_added"))
                .allSatisfy(record -> assertThat(record.toString()).doesNotContain(app.key()));
    }

    private Reply begin() {
        return browser.submit(form(browser.open("/account/security"), BEGIN));
    }

    private AuthenticatorApp enrol() {
        var page = begin();
        var app = AuthenticatorApp.reading(page);
        browser.submit(page.page().form().fill("code", app.code(0)));
        return app;
    }

    /** Proves the second factor in the person's own browser. */
    private void prove(String code) {
        var page = browser.open("/login/second-factor?return_to=%2Faccount%2Fsecurity");
        assertThat(browser.post(page.page().form().fill("code", code)).status()).isEqualTo(303);
    }

    private Reply secondFactor(String code) {
        var other = new Browser();
        return other.post(other.signIn(other.open("/login").page(), person.user())
                .page()
                .form()
                .fill("code", code));
    }

    private boolean passwordIsEnough() {
        var other = new Browser();
        other.signIn(other.open("/login").page(), person.user());
        return other.cookies().containsKey("gatehouse_session");
    }

    private static Page.Form form(Reply page, String action) {
        return page.page().forms().stream()
                .filter(form -> form.action().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form " + action + " in " + page.body()));
    }
}
