package dev.gatehouse.blackbox.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.AuthenticatorApp;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.LdapServer;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory's word opens the account of the address, through the same door as a password that is kept here. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("directory")
class DirectoryIT {
    private static final String SESSION = "gatehouse_session";
    private static final String WRONG =
            "That e-mail address and password do not belong together. Check both and try again.";

    @AutoClose
    private static final LdapServer DIRECTORY = LdapServer.start();

    @RegisterExtension
    static final Witness WITNESS = Witness.with("gatehouse.limits.enabled", "true")
            .and("gatehouse.ldap.url", "ldap://127.0.0.1:" + DIRECTORY.port())
            .and("gatehouse.ldap.bind-dn", LdapServer.READER)
            .and("gatehouse.ldap.bind-password", LdapServer.READER_PASSWORD)
            .and("gatehouse.ldap.search-base", LdapServer.BASE)
            .and("gatehouse.ldap.creates-people", "true")
            .and("gatehouse.ldap.organization", "acme")
            .and("gatehouse.ldap.roles", "auditor")
            .alone();

    private final Browser browser = new Browser();
    private final Demo.User person = new Demo.User(UUID.randomUUID() + "@corp.example", "Xk7 directory pässword");

    @BeforeEach
    void somebody_is_in_the_directory() {
        WITNESS.rows("select count(*) from platform_limit_counter").stream()
                .filter(row -> !row.containsValue("0"))
                .forEach(row -> WITNESS.database().change("delete from platform_limit_counter"));
        DIRECTORY.forget();
        DIRECTORY.add(person);
    }

    @Test
    void signs_in_and_goes_on() {
        var reply = attempt(person);

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location().text()).isEqualTo(Sut.url("/logout"));
        assertThat(browser.open("/").body()).contains(person.email());
        assertThat(WITNESS.rows(
                        "select methods from identity_login_session where user_id = ?",
                        account().get("id")))
                .containsExactly(Map.of("methods", "pwd"));
    }

    @Test
    void asks_as_the_reader_and_then_as_the_person() {
        attempt(person);

        assertThat(DIRECTORY.searches()).first().isEqualTo("(&(objectClass=person)(mail=" + person.email() + "))");
        assertThat(DIRECTORY.binds())
                .startsWith(LdapServer.READER)
                .contains("uid=" + person.email().split("@")[0] + "," + LdapServer.BASE);
    }

    @Test
    void gives_a_new_person_an_account_in_the_configured_organization_and_no_password() {
        var reply = attempt(person);

        assertThat(account()).containsEntry("name", person.email()).containsEntry("password_hash", null);
        assertThat(account().get("platform_admin")).isIn("false", "FALSE", "f");
        assertThat(WITNESS.rows("""
            select m.roles, o.slug from identity_membership m, identity_organization o
            where o.id = m.organization_id and m.user_id = ?
            """, account().get("id"))).containsExactly(Map.of("roles", "auditor", "slug", "acme"));
        assertThat(Audit.during(reply))
                .extracting(event -> event.getString("action"))
                .containsExactlyInAnyOrder("directory.person_created", "login.sign_in");
    }

    @Test
    void makes_no_account_for_an_organization_that_is_not_there() {
        WITNESS.database().change("update identity_organization set slug = 'moved' where slug = 'acme'");
        try {
            var reply = attempt(person);

            requireRefused(reply);
            assertThat(WITNESS.rows("select id from identity_user where email = ?", person.email()))
                    .isEmpty();
            assertThat(Audit.during(reply))
                    .extracting(event -> event.getString("action") + " " + event.getString("outcome"))
                    .containsExactlyInAnyOrder("directory.person_created refused", "login.sign_in refused");
        } finally {
            WITNESS.database().change("update identity_organization set slug = 'acme' where slug = 'moved'");
        }
    }

    @Test
    void finds_the_account_again() {
        attempt(person);
        var first = account().get("id");

        requireWelcome(attempt(new Browser(), person));
        requireWelcome(attempt(
                new Browser(), new Demo.User(" " + person.email().toUpperCase(Locale.ROOT), person.password())));

        assertThat(account().get("id")).isEqualTo(first);
    }

    @Test
    void makes_one_account_of_two_first_sign_ins_at_once() {

        var statuses = Race.of(4, () -> {
            return attempt(new Browser(), person).status();
        });

        assertThat(statuses).containsOnly(303);
        assertThat(account()).isNotEmpty();
    }

    @Test
    void lets_a_pending_authorization_go_on_to_a_token() {
        var dance = OAuthDance.register();

        var tokens = dance.tokens(person);

        assertThat(McpDriver.bearer(tokens.getString("access_token"))
                        .result("whoami")
                        .toString())
                .contains(person.email());
    }

    @Test
    void asks_for_the_second_factor_all_the_same() {
        var owner = new Browser();
        attempt(owner, person);
        var enrolment = owner.submit(form(owner.open("/account/security"), "/account/security/totp/begin"));
        var app = AuthenticatorApp.reading(enrolment);
        owner.submit(enrolment.page().form().fill("code", app.code(-1)));

        var reply = attempt(person);

        assertThat(reply.location().text()).isEqualTo(Sut.url("/login/second-factor?return_to=%2Flogout"));
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
        requireWelcome(
                browser.post(browser.open(reply.location().text()).page().form().fill("code", app.code(0))));
    }

    @Test
    void refuses_a_wrong_password_a_stranger_and_a_disabled_person_alike() {
        attempt(new Browser(), person);
        var disabled = new Demo.User(UUID.randomUUID() + "@corp.example", "another password");
        DIRECTORY.add(disabled);
        attempt(new Browser(), disabled);
        WITNESS.database().change("update identity_user set active = false where email = ?", disabled.email());
        var locked = new Demo.User(UUID.randomUUID() + "@corp.example", "one more password");
        DIRECTORY.add(locked);
        DIRECTORY.lock(locked);

        var replies = Stream.of(
                        new Demo.User(person.email(), "wrong"),
                        new Demo.User("stranger@corp.example", "wrong"),
                        disabled,
                        locked)
                .map(user -> attempt(new Browser(), user))
                .toList();

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.body()).contains(WRONG);
            assertThat(reply.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains(SESSION));
            assertThat(Audit.during(reply))
                    .extracting(event -> event.getString("action") + " " + event.getString("outcome"))
                    .containsExactly("login.sign_in refused");
        });
        assertThat(WITNESS.rows(
                        "select id from identity_user where email in (?, ?)", "stranger@corp.example", locked.email()))
                .isEmpty();
    }

    /** RFC 4513 §5.1.2: a bind without a password succeeds, and proves nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "\t"})
    void never_sends_an_empty_password_to_the_directory(String nothing) {
        var reply = attempt(new Demo.User(person.email(), nothing));

        requireRefused(reply);
        assertThat(DIRECTORY.binds()).isEmpty();
        assertThat(DIRECTORY.searches()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*@corp.example",
                "%s",
                "%1$s@corp.example",
                "x)(uid=*",
                "*)(uid=*))(|(uid=*",
                "x@corp.example)(objectClass=*",
                "\\2a@corp.example",
                "x\\00@corp.example",
                "uid=x,ou=people,dc=corp,dc=example",
                "cn=gatehouse,dc=corp,dc=example",
                "cn=x@corp.example",
                "#{directory.bindPassword()}",
                "${directory.bindPassword()}@corp.example",
                "\uff41lice@corp.example",
                "ldap://127.0.0.1/@corp.example",
            })
    void never_sends_a_name_to_the_directory_that_is_no_plain_address(String name) {
        var reply = attempt(new Demo.User(name, person.password()));

        requireRefused(reply);
        assertThat(DIRECTORY.binds()).isEmpty();
        assertThat(DIRECTORY.searches()).isEmpty();
    }

    @Test
    void does_not_let_the_readers_own_password_in() {
        requireRefused(attempt(new Demo.User(person.email(), LdapServer.READER_PASSWORD)));
    }

    @Test
    void refuses_an_address_that_two_entries_have() {
        DIRECTORY.add(new Demo.User(person.email(), person.password()), "twin-" + UUID.randomUUID());

        requireRefused(attempt(person));
    }

    @Test
    void opens_an_account_that_has_a_password_here_by_that_one_only() {
        var local = Newcomer.to(WITNESS.database()).joins("acme", "admin").user();
        DIRECTORY.add(new Demo.User(local.email(), "the directory's password"));

        requireRefused(attempt(new Demo.User(local.email(), "the directory's password")));
        requireWelcome(attempt(local));
    }

    @Test
    void opens_an_account_of_the_same_address_that_has_no_password() {
        var newcomer = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        WITNESS.database().change("update identity_user set password_hash = null where id = ?", newcomer.id());
        DIRECTORY.add(new Demo.User(newcomer.user().email(), "the directory's password"));

        requireWelcome(attempt(new Demo.User(newcomer.user().email(), "the directory's password")));

        assertThat(browser.open("/").body()).contains(newcomer.user().email());
    }

    @Test
    void is_not_asked_about_a_password_that_is_right_here() {
        requireWelcome(attempt(Demo.OWNER));

        assertThat(DIRECTORY.binds()).isEmpty();
    }

    @Test
    void keeps_no_password_here_for_whoever_comes_from_it() {
        attempt(person);

        var reply = browser.post(browser.open("/account/password")
                .page()
                .form()
                .fill("password", person.password())
                .fill("new_password", "marble tortoise 88 lantern")
                .fill("new_password_again", "marble tortoise 88 lantern"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("Your password is not kept here.");
        assertThat(account()).containsEntry("password_hash", null);
    }

    @Test
    void is_guessed_no_faster_than_a_password_that_is_kept_here() {
        IntStream.range(0, 10).forEach(guess -> attempt(new Demo.User(person.email(), "guess " + guess)));
        DIRECTORY.forget();

        var reply = attempt(person);

        assertThat(reply.status()).isEqualTo(429);
        assertThat(DIRECTORY.binds()).isEmpty();
    }

    @Test
    void writes_no_password_down() {
        var secret = "unheard-of-" + UUID.randomUUID();
        attempt(new Demo.User(person.email(), secret));
        attempt(person);

        assertThat(WITNESS.console()).doesNotContain(secret, person.password(), LdapServer.READER_PASSWORD);
        assertThat(WITNESS.logFiles().values())
                .allSatisfy(
                        text -> assertThat(text).doesNotContain(secret, person.password(), LdapServer.READER_PASSWORD));
        assertThat(WITNESS.rows("select * from audit_record").toString()).doesNotContain(secret, person.password());
    }

    @Test
    void answers_about_a_stranger_as_late_as_about_somebody_it_knows() {
        var known = timeOf(new Demo.User(person.email(), "wrong"));
        var unknown = timeOf(new Demo.User("stranger@corp.example", "wrong"));

        assertThat(List.of(known, unknown)).allMatch(millis -> millis >= 250);
    }

    private static long timeOf(Demo.User user) {
        var browser = new Browser();
        var form =
                browser.open("/login").page().form().fill("email", user.email()).fill("password", user.password());
        var start = System.nanoTime();
        browser.post(form);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private Reply attempt(Demo.User user) {
        return attempt(browser, user);
    }

    private static Reply attempt(Browser browser, Demo.User user) {
        return browser.post(browser.open("/login?return_to=/logout")
                .page()
                .form()
                .fill("email", user.email())
                .fill("password", user.password()));
    }

    private void requireRefused(Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).contains(WRONG);
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
    }

    private static void requireWelcome(Reply reply) {
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location().text()).isEqualTo(Sut.url("/logout"));
    }

    private Map<String, String> account() {
        var accounts = WITNESS.rows("select * from identity_user where email = ?", person.email());
        assertThat(accounts).hasSize(1);
        return accounts.getFirst();
    }

    private static Page.Form form(Reply page, String action) {
        return page.page().forms().stream()
                .filter(form -> form.action().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form " + action + " in " + page.body()));
    }
}
