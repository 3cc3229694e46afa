package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.AuthenticatorApp;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Mailboxes;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Wire;
import dev.gatehouse.blackbox.support.Witness;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads a mailbox may set its account's password, once a letter; nobody learns whether there is an account. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("mailing server")
class ForgottenPasswordIT {
    private static final String CHOSEN = "seven quiet herons";

    @RegisterExtension
    static final Witness WITNESS = MailingServer.openToAll();

    private static final Mailboxes MAILBOXES = MailingServer.MAILBOXES;

    private final Browser browser = new Browser();
    private Newcomer person;
    private String email;

    @BeforeEach
    void somebody_has_an_account() {
        if (!WITNESS.rows("select * from platform_limit_counter").isEmpty()) {
            WITNESS.database().change("delete from platform_limit_counter");
        }
        person = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        email = person.user().email();
    }

    @Test
    void a_letter_sets_a_new_password_and_signs_nobody_in() {
        var elsewhere = new Browser();
        elsewhere.signIn(elsewhere.open("/login").page(), person.user());

        var reply = set(reset());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.page().link("Sign in")).isEqualTo("/login?return_to=%2F");
        assertThat(browser.cookies()).doesNotContainKey("gatehouse_session");
        assertThat(signIn(person.user().password()).status()).isEqualTo(401);
        assertThat(signIn(CHOSEN).status()).isEqualTo(303);
        assertThat(elsewhere.open("/").body()).doesNotContain("Signed in as");
    }

    @Test
    void a_new_password_ends_every_connection_of_the_person_and_of_nobody_else() {
        var dance = OAuthDance.register();
        var tokens = dance.tokens(person.user());
        var others = dance.in(new Browser()).tokens(Demo.AUDITOR);

        set(reset());

        Expect.dead(tokens.getString("access_token"));
        Expect.refused(dance.refresh(tokens.getString("refresh_token")), 400, "invalid_grant");
        Expect.accepted(others.getString("access_token"));
        assertThat(WITNESS.rows(
                        "select outcome from audit_record where action = 'oauth.grant_revoked' and user_label = ?",
                        email))
                .hasSize(1);
    }

    @Test
    void a_new_password_ends_a_sign_in_that_waits_for_a_second_factor() {
        var app = enrol();
        var half = new Browser();
        var form = half.signIn(half.open("/login").page(), person.user()).page().form();

        set(reset());

        assertThat(half.post(form.fill("code", app.code(1))).location().text()).startsWith(Sut.url("/login?"));
        assertThat(half.cookies()).doesNotContainKey("gatehouse_session");
    }

    @Test
    void a_letter_has_a_link_to_the_public_address_whatever_host_was_asked() {
        var form = browser.open("/login/forgot").page().form().fill("email", email);

        var reply = Wire.postAsHost(
                "evil.example",
                "/login/forgot",
                Http.encode(form.fields()),
                "Content-Type: application/x-www-form-urlencoded",
                "X-Forwarded-Host: evil.example",
                "Cookie: gatehouse_form=" + browser.cookies().get("gatehouse_form"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(MAILBOXES.await(email, 1).link())
                .matches("\\Q" + Sut.url("/login/reset?token=") + "\\E[A-Za-z0-9_-]{43}");
    }

    @Test
    void a_link_is_good_once() {
        var link = reset();
        set(link);

        Expect.page(browser.open(link), 410);
    }

    @Test
    void a_link_is_good_once_however_many_use_it_at_once() {
        var form = browser.open(reset()).page().form().fill("new_password", CHOSEN);
        var cookie = "gatehouse_form=" + browser.cookies().get("gatehouse_form");

        var statuses = Race.of(4, () -> {
            return Http.post("/login/reset")
                    .header("Cookie", cookie)
                    .form(form.fields())
                    .send()
                    .status();
        });

        assertThat(statuses).containsExactlyInAnyOrder(200, 410, 410, 410);
    }

    @Test
    void two_links_of_a_mailbox_are_good_once_when_both_are_used_at_once() {
        var first = browser.open(reset()).page().form().fill("new_password", CHOSEN);
        ask("/login/forgot", email);
        var second =
                browser.open(MAILBOXES.await(email, 2).link()).page().form().fill("new_password", CHOSEN);
        var cookie = "gatehouse_form=" + browser.cookies().get("gatehouse_form");
        var turn = new AtomicInteger();

        var statuses = Race.of(4, () -> {
            return Http.post("/login/reset")
                    .header("Cookie", cookie)
                    .form((turn.getAndIncrement() % 2 == 0 ? first : second).fields())
                    .send()
                    .status();
        });

        assertThat(statuses).containsExactlyInAnyOrder(200, 410, 410, 410);
    }

    @Test
    void a_link_ends_all_others_of_the_mailbox() {
        var first = reset();
        ask("/login/forgot", email);
        var second = MAILBOXES.await(email, 2).link();

        set(second);

        Expect.page(browser.open(first), 410);
    }

    @Test
    void a_link_is_not_used_by_looking() {
        var link = reset();
        new Browser().open(link);
        Http.request("HEAD", link).send();

        assertThat(set(link).status()).isEqualTo(200);
    }

    @Test
    void a_link_is_over_in_time() {
        var link = reset();
        WITNESS.database()
                .change(
                        "update identity_mail_link set expires_at = ? where email = ?",
                        OffsetDateTime.now().minusSeconds(1),
                        email);

        Expect.page(browser.open(link), 410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or '1'='1"})
    void a_link_is_no_guess(String token) {
        Expect.page(
                browser.open(
                        "/login/reset?token=" + Http.encode(Map.of("", token)).substring(1)),
                410);
    }

    @Test
    void a_link_opens_what_it_was_sent_for_only() {
        var link = reset();

        Expect.page(browser.open(link.replace("/login/reset", "/login/confirm")), 410);
    }

    @Test
    void a_password_that_is_easy_to_guess_uses_nothing_up() {
        var link = reset();

        var reply = browser.post(browser.open(link).page().form().fill("new_password", "Password2026!"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(signIn(person.user().password()).status()).isEqualTo(303);
        assertThat(set(link).status()).isEqualTo(200);
    }

    @Test
    void a_password_that_is_hardly_more_than_the_name_uses_nothing_up() {
        WITNESS.database().change("update identity_user set name = 'Bartholomew' where id = ?", person.id());
        var link = reset();

        var reply = browser.post(browser.open(link).page().form().fill("new_password", "bartholomew-1"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(set(link).status()).isEqualTo(200);
    }

    @Test
    void a_form_of_another_browser_changes_nothing() {
        var form = browser.open(reset()).page().form().fill("new_password", CHOSEN);
        var other = new Browser();
        other.open("/login");

        Expect.page(other.post(form), 403);
        assertThat(signIn(person.user().password()).status()).isEqualTo(303);
    }

    @Test
    void a_new_password_is_no_second_factor() {
        enrol();

        set(reset());

        assertThat(signIn(CHOSEN).location().text()).startsWith(Sut.url("/login/second-factor"));
    }

    @Test
    void nobody_learns_whether_there_is_an_account() {
        var known = ask("/login/forgot", email);
        var unknown = ask("/login/forgot", UUID.randomUUID() + "@acme.example");
        var nonsense = ask("/login/forgot", "no address");

        assertThat(unknown.status())
                .isEqualTo(known.status())
                .isEqualTo(nonsense.status())
                .isEqualTo(200);
        assertThat(unknown.body()).isEqualTo(known.body()).isEqualTo(nonsense.body());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(known.headers().map().keySet());
    }

    @Test
    void nobody_without_an_account_gets_a_letter_nor_does_whoever_is_switched_off() {
        var stranger = UUID.randomUUID() + "@acme.example";
        var other = Newcomer.to(WITNESS.database());
        other.switched(false);
        ask("/login/forgot", stranger);
        ask("/login/forgot", other.user().email());

        reset();

        assertThat(MAILBOXES.to(stranger)).isEmpty();
        assertThat(MAILBOXES.to(other.user().email())).isEmpty();
    }

    /** Whoever signs in through somebody else must not get a way around them. */
    @Test
    void an_account_without_a_password_gets_a_letter_without_a_link_to_set_one() {
        WITNESS.database().change("update identity_user set password_hash = null where id = ?", person.id());

        ask("/login/forgot", email);

        assertThat(MAILBOXES.await(email, 1).text()).contains("no password").doesNotContain("token=");
    }

    @Test
    void a_link_is_over_when_the_account_has_lost_its_password_meanwhile() {
        var link = reset();
        WITNESS.database().change("update identity_user set password_hash = null where id = ?", person.id());

        Expect.page(set(link), 410);
        assertThat(signIn(CHOSEN).status()).isEqualTo(401);
    }

    @Test
    void a_mailbox_gets_three_letters_while_a_link_is_good_and_nobody_is_told() {
        for (int letter = 1; letter <= 3; letter++) {
            ask("/login/forgot", email);
            MAILBOXES.await(email, letter);
        }

        assertThat(ask("/login/forgot", email).status()).isEqualTo(200);

        var other = Newcomer.to(WITNESS.database()).user().email();
        ask("/login/forgot", other);
        MAILBOXES.await(other, 1);
        assertThat(MAILBOXES.to(email)).hasSize(3);
    }

    @Test
    void a_mailbox_gets_its_letters_whatever_else_strangers_ask_for_in_its_name() {
        for (int letter = 1; letter <= 3; letter++) {
            ask("/login/sign-up", email);
            ask("/login/forgot", email.replace("@", "+" + letter + "@"));
        }
        MAILBOXES.await(email, 3);

        ask("/login/forgot", email);

        assertThat(MAILBOXES.await(email, 4).link()).contains("/login/reset?token=");
    }

    @Test
    void a_network_gets_thirty_letters_an_hour_and_is_told() {
        var form = browser.open("/login/forgot").page().form();
        for (int letter = 1; letter <= 30; letter++) {
            assertThat(browser.post(form.fill("email", letter + "@acme.example"))
                            .status())
                    .isEqualTo(200);
        }

        var reply = browser.post(form.fill("email", email));

        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.header("Retry-After").orElseThrow())).isBetween(1, 3_600);
        assertThat(reply.page().form().fields()).containsKey("email");
        assertThat(WITNESS.rows("select id from identity_waiting_letter where email = ?", email))
                .isEmpty();
        assertThat(audited(reply))
                .singleElement()
                .satisfies(record -> assertThat(record).containsEntry("outcome", "refused"));
    }

    @Test
    void asking_and_setting_leave_records_without_the_link() {
        var asked = ask("/login/forgot", email);
        var link = MAILBOXES.await(email, 1).link();
        var done = set(link);

        assertThat(audited(asked))
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("action", "mailbox.reset_asked")
                        .containsEntry("user_label", email));
        assertThat(audited(done))
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("action", "mailbox.password_reset")
                        .containsEntry("user_id", person.id()));
        assertThat(audited(asked).toString() + audited(done)).doesNotContain(link.substring(link.indexOf('=') + 1));
    }

    @Test
    void the_address_is_verified_from_then_on_and_not_before() {
        assertThat(emailVerified(person.user().password())).isFalse();

        set(reset());

        assertThat(emailVerified(CHOSEN)).isTrue();
    }

    @Test
    void a_letter_says_that_a_program_wrote_it() {
        reset();

        assertThat(MAILBOXES.await(email, 1).text())
                .contains("Auto-Submitted: auto-generated", "From: gatehouse@acme.example", "Date: ");
    }

    @Test
    void the_authorization_waits_for_the_new_password_over_a_restart_of_the_server() {
        var dance = OAuthDance.register().in(browser);
        var forgot = browser.open(dance.authorize().page().link("Forgotten your password?"));
        browser.post(forgot.page().form().fill("email", email));
        var link = MAILBOXES.await(email, 1).link();

        WITNESS.server().restart();
        var login = browser.open(set(link).page().link("Sign in"));
        var consent = browser.signIn(login.page(), new Demo.User(email, CHOSEN));

        assertThat(dance.redeem(OAuthDance.code(dance.answer(consent, "acme"))).status())
                .isEqualTo(200);
    }

    @Test
    void no_letter_and_no_link_stands_in_database_or_log() {
        var link = reset();
        var token = link.substring(link.indexOf('=') + 1);

        assertThat(WITNESS.rows("select * from identity_mail_link").toString()).doesNotContain(token);
        assertThat(WITNESS.console()).doesNotContain(token);
        assertThat(WITNESS.rows("select * from audit_record").toString()).doesNotContain(token);
    }

    private AuthenticatorApp enrol() {
        var owner = new Browser();
        owner.signIn(owner.open("/login").page(), person.user());
        var enrolment =
                owner.submit(SecondFactorIT.form(owner.open("/account/security"), "/account/security/totp/begin"));
        var app = AuthenticatorApp.reading(enrolment);
        owner.submit(enrolment.page().form().fill("code", app.code(0)));
        return app;
    }

    private boolean emailVerified(String password) {
        var token = OAuthDance.register()
                .with("scope", "openid email")
                .tokens(new Demo.User(email, password))
                .getString("access_token");
        return Http.get("/oauth/userinfo").bearer(token).send().json().getBoolean("email_verified");
    }

    private List<Map<String, String>> audited(Reply reply) {
        return WITNESS.rows(
                "select * from audit_record where request_id = ?",
                reply.header("X-Request-Id").orElseThrow());
    }

    private String reset() {
        ask("/login/forgot", email);
        return MAILBOXES.await(email, 1).link();
    }

    private Reply set(String link) {
        return browser.post(browser.open(link).page().form().fill("new_password", CHOSEN));
    }

    private Reply ask(String path, String address) {
        return browser.post(browser.open(path).page().form().fill("email", address));
    }

    private Reply signIn(String password) {
        var other = new Browser();
        return other.post(
                other.open("/login").page().form().fill("email", email).fill("password", password));
    }
}
