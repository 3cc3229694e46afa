package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.AuthenticatorApp;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has set up an authenticator app gets in with password and code, and with neither alone. */
class SecondFactorIT {
    private static final String TARGET = "/logout";
    private static final String SESSION = "gatehouse_session";
    private static final String PENDING = "gatehouse_sign_in";

    @RegisterExtension
    static final Witness WITNESS = Witness.asUsual();

    private final Browser browser = new Browser();
    private Newcomer person;
    private AuthenticatorApp app;
    private List<String> recoveryCodes;

    @BeforeEach
    void somebody_sets_up_an_app() {
        person = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        var owner = new Browser();
        owner.signIn(owner.open("/login").page(), person.user());
        var enrolment = owner.submit(form(owner.open("/account/security"), "/account/security/totp/begin"));
        app = AuthenticatorApp.reading(enrolment);
        recoveryCodes = AuthenticatorApp.recoveryCodes(
                owner.submit(enrolment.page().form().fill("code", app.code(-1))));
    }

    @Test
    void is_asked_for_before_anything_opens() {
        var reply = password(browser);

        assertThat(reply.location().text()).isEqualTo(Sut.url("/login/second-factor?return_to=%2Flogout"));
        assertThat(browser.cookies()).containsKey(PENDING).doesNotContainKeys(SESSION, "gatehouse_device");
        requireNobody();
    }

    @Test
    void signs_in_and_goes_on() {
        var reply = browser.post(asked().fill("code", app.code(0)));

        assertThat(reply.location().text()).isEqualTo(Sut.url(TARGET));
        assertThat(browser.cookies()).containsKeys(SESSION, "gatehouse_device").doesNotContainKey(PENDING);
        assertThat(browser.open("/").body()).contains(person.user().email());
        assertThat(methods()).containsExactlyInAnyOrder("pwd", "otp", "mfa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000000", "12345", "1234567", "abcdef", "' or '1'='1"})
    void is_no_guess(String code) {
        var reply = browser.post(asked().fill("code", code));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.page().asksFor("code")).isTrue();
        requireNobody();
    }

    /** RFC 6238 §5.2. */
    @Test
    void is_good_once() {
        var code = app.code(0);
        browser.post(asked().fill("code", code));
        var other = new Browser();

        assertThat(other.post(asked(other).fill("code", code)).status()).isEqualTo(401);
        assertThat(other.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    void is_never_older_than_one_that_was_taken() {
        var earlier = app.code(0);
        browser.post(asked().fill("code", app.code(1)));
        var other = new Browser();

        assertThat(other.post(asked(other).fill("code", earlier)).status()).isEqualTo(401);
    }

    @Test
    void lets_one_of_many_in_who_use_the_same_code_at_once() {
        var code = app.code(0);

        var statuses = Race.of(4, () -> {
            var racer = new Browser();
            return racer.post(asked(racer).fill("code", code)).status();
        });

        assertThat(Collections.frequency(statuses, 303)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 401)).isEqualTo(3);
    }

    @Test
    void turns_one_proven_password_into_one_session() {
        var form = asked();
        var pending = "gatehouse_form=" + browser.cookies().get("gatehouse_form") + "; " + PENDING + "="
                + browser.cookies().get(PENDING);
        browser.post(form.fill("code", app.code(0)));

        var again = Http.post("/login/second-factor")
                .header("Cookie", pending)
                .form(form.fill("code", app.code(1)).fields())
                .send();

        assertThat(again.location().text()).startsWith(Sut.url("/login?return_to="));
        assertThat(again.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith(SESSION));
    }

    /** Attack 34: the id of a session is never one from before it was worth what it is. */
    @Test
    void makes_a_session_that_nobody_could_have_known_before() {
        browser.cookies().put(SESSION, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        var form = asked();
        var pending = browser.cookies().get(PENDING);
        browser.post(form.fill("code", app.code(0)));

        assertThat(browser.cookies().get(SESSION))
                .isNotEqualTo(pending)
                .isNotEqualTo("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(Http.get("/")
                        .header("Cookie", SESSION + "=" + pending)
                        .send()
                        .body())
                .doesNotContain("Signed in as");
    }

    /** Attack 34: going back to the start, or to where one was going, is no way around. */
    @Test
    void is_not_skipped_by_going_elsewhere() {
        var dance = OAuthDance.register().in(browser);
        var consent = dance.ask().location().text();
        browser.post(browser.visit(consent)
                .page()
                .form()
                .fill("email", person.user().email())
                .fill("password", person.user().password()));

        assertThat(browser.open(consent).location().text()).startsWith(Sut.url("/login?return_to="));
        assertThat(browser.open("/account/security").location().text()).startsWith(Sut.url("/login?return_to="));
        browser.open("/login");
        requireNobody();
    }

    @Test
    void leaves_the_authorization_waiting() {
        var dance = OAuthDance.register().in(browser);
        var page = browser.signIn(dance.authorize().page(), person.user()).page();

        assertThat(page.html()).contains("to connect");
        var consent = browser.submit(page.form().fill("code", app.code(0)));

        assertThat(dance.redeem(OAuthDance.code(dance.answer(consent, "acme"))).status())
                .isEqualTo(200);
    }

    @Test
    void counts_in_the_browser_that_sent_the_password_only() {
        var other = new Browser();
        other.open("/login");

        Expect.page(other.post(asked().fill("code", app.code(0))), 403);
        assertThat(new Browser().open("/login/second-factor").location().text()).startsWith(Sut.url("/login"));
    }

    @Test
    void is_over_after_ten_minutes() {
        var form = asked();
        WITNESS.database()
                .change(
                        "update identity_pending_sign_in set expires_at = ? where user_id = ?",
                        OffsetDateTime.now().minusSeconds(1),
                        person.id());

        assertThat(browser.post(form.fill("code", app.code(0))).location().text())
                .isEqualTo(Sut.url("/login?return_to=%2Flogout"));
        requireNobody();
    }

    /** Attack 20: what was switched off in the meantime does not get in by a step that was open. */
    @Test
    void lets_nobody_in_who_was_switched_off_meanwhile() {
        var form = asked();
        person.switched(false);

        assertThat(browser.post(form.fill("code", app.code(0))).location().text())
                .startsWith(Sut.url("/login?return_to="));
        requireNobody();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void may_be_a_recovery_code_however_it_is_typed(int form) {
        var code = recoveryCodes.get(form);
        var typed =
                List.of(code, code.toUpperCase(), " " + code.replace("-", " ")).get(form);

        assertThat(browser.post(asked().fill("code", typed)).location().text()).isEqualTo(Sut.url(TARGET));
        assertThat(methods()).contains("mfa");
    }

    @Test
    void may_be_a_recovery_code_once() {
        var code = recoveryCodes.getFirst();

        var statuses = Race.of(4, () -> {
            var racer = new Browser();
            return racer.post(asked(racer).fill("code", code)).status();
        });

        assertThat(Collections.frequency(statuses, 303)).isEqualTo(1);
        assertThat(browser.open("/").body()).doesNotContain("Signed in as");
    }

    @Test
    void is_never_somebody_elses_recovery_code() {
        var others = recoveryCodes.getFirst();
        somebody_sets_up_an_app();

        assertThat(browser.post(asked().fill("code", others)).status()).isEqualTo(401);
    }

    @Test
    void is_recorded_with_the_person() {
        var reply = browser.post(asked().fill("code", "000000"));

        assertThat(WITNESS.rows(
                        "select * from audit_record where request_id = ?",
                        reply.header("X-Request-Id").orElseThrow()))
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("action", "secondfactor.code")
                        .containsEntry("outcome", "refused")
                        .containsEntry("user_id", person.id()))
                .satisfies(record -> assertThat(record.toString()).doesNotContain("000000"));
    }

    @Test
    void raises_a_session_that_has_a_password_only_and_gives_it_a_new_id() {
        browser.post(asked().fill("code", app.code(0)));
        WITNESS.database().change("update identity_login_session set methods = 'pwd' where user_id = ?", person.id());
        WITNESS.database().change("update identity_totp set last_step = 0 where user_id = ?", person.id());
        var before = browser.cookies().get(SESSION);

        var reply = browser.post(browser.open("/login/second-factor?return_to=/logout")
                .page()
                .form()
                .fill("code", app.code(0)));

        assertThat(reply.location().text()).isEqualTo(Sut.url(TARGET));
        assertThat(browser.cookies().get(SESSION)).isNotEqualTo(before);
        assertThat(methods()).containsExactlyInAnyOrder("pwd", "otp", "mfa");
        assertThat(Http.get("/").header("Cookie", SESSION + "=" + before).send().body())
                .doesNotContain("Signed in as");
    }

    @Test
    void tells_whoever_has_none_how_to_set_one_up() {
        var other = Newcomer.to(WITNESS.database());
        browser.signIn(browser.open("/login").page(), other.user());

        var page = browser.open("/login/second-factor?return_to=/logout");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().link("Set it up")).isEqualTo("/account/security");
        assertThat(page.page().asksFor("code")).isFalse();
    }

    @Test
    void keeps_secrets_that_the_database_alone_does_not_tell() {
        var rows = WITNESS.rows("select * from identity_totp").toString()
                + WITNESS.rows("select * from identity_recovery_code");

        assertThat(rows).doesNotContain(app.key());
        assertThat(recoveryCodes)
                .hasSize(10)
                .allSatisfy(code -> assertThat(rows).doesNotContain(code, code.replace("-", "")));
    }

    private Page.Form asked() {
        return asked(browser);
    }

    private Page.Form asked(Browser any) {
        return any.visit(password(any).location().text()).page().form();
    }

    private Reply password(Browser any) {
        return any.post(any.open("/login?" + Http.encode(Map.of("return_to", TARGET)))
                .page()
                .form()
                .fill("email", person.user().email())
                .fill("password", person.user().password()));
    }

    private List<String> methods() {
        return List.of(WITNESS.rows(
                        "select methods from identity_login_session where user_id = ? order by created_at desc",
                        person.id())
                .getFirst()
                .get("methods")
                .split(" "));
    }

    private void requireNobody() {
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
        assertThat(browser.open("/").body()).doesNotContain("Signed in as");
    }

    static Page.Form form(Reply page, String action) {
        return page.page().forms().stream()
                .filter(form -> form.action().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form " + action + " in " + page.body()));
    }
}
