package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Mailboxes;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Witness;
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

/** Where it is allowed, an account is opened by whoever reads its mailbox, and exists only then. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("mailing server")
class SignUpIT {
    private static final String CHOSEN = "seven quiet herons";

    @RegisterExtension
    static final Witness WITNESS = MailingServer.openToAll();

    private static final Mailboxes MAILBOXES = MailingServer.MAILBOXES;

    private final Browser browser = new Browser();
    private final String address = UUID.randomUUID() + "@new.example";

    @BeforeEach
    void look_there() {
        if (!WITNESS.rows("select * from platform_limit_counter").isEmpty()) {
            WITNESS.database().change("delete from platform_limit_counter");
        }
    }

    @Test
    void an_account_is_opened_by_whoever_reads_its_mailbox() {
        ask(address.toUpperCase());
        var link = MAILBOXES.await(address, 1).link();
        assertThat(accounts()).isEmpty();

        var reply = browser.post(filled(link).fill("name", "Somebody <New>"));

        assertThat(reply.status()).isEqualTo(303);
        assertThat(browser.open("/").body()).contains("Signed in as", address);
        assertThat(accounts())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("name", "Somebody <New>"));
        assertThat(WITNESS.rows("select id from identity_user where id = ? and platform_admin", id()))
                .isEmpty();
        assertThat(WITNESS.rows("select id from identity_membership where user_id = ?", id()))
                .isEmpty();
        Expect.page(browser.open(link), 410);
    }

    @Test
    void the_authorization_waits_for_the_account_over_a_restart_of_the_server() {
        var dance = OAuthDance.register().with("scope", "mcp openid email").in(browser);
        var signUp = browser.open(dance.authorize().page().link("Open an account"));
        browser.post(signUp.page().form().fill("email", address));
        var link = MAILBOXES.await(address, 1).link();

        WITNESS.server().restart();
        var signedIn = browser.post(filled(link));
        joins("acme");
        var consent = browser.visit(signedIn.location().text());
        var tokens =
                dance.redeem(OAuthDance.code(dance.answer(consent, "acme"))).json();

        var userinfo = Http.get("/oauth/userinfo")
                .bearer(tokens.getString("access_token"))
                .send()
                .json();
        assertThat(userinfo.getString("email")).isEqualTo(address);
        assertThat(userinfo.getBoolean("email_verified")).isTrue();
    }

    @Test
    void a_new_account_belongs_to_no_organization_and_so_connects_nothing() {
        var dance = OAuthDance.register().in(browser);
        browser.post(browser.open(dance.authorize().page().link("Open an account"))
                .page()
                .form()
                .fill("email", address));

        var page = browser.submit(filled(MAILBOXES.await(address, 1).link()));

        Expect.page(page, 403);
        assertThat(WITNESS.rows("select id from oauth_grant where user_id = ?", id()))
                .isEmpty();
    }

    @Test
    void an_account_that_is_there_is_not_opened_again() {
        var email = Newcomer.to(WITNESS.database()).user().email();

        var known = ask(email);
        var unknown = ask(address);

        assertThat(MAILBOXES.await(email, 1).text()).contains("already").doesNotContain("token=");
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(200);
        assertThat(known.body()).isEqualTo(unknown.body());
    }

    @Test
    void an_account_needs_a_name_and_a_password_that_nobody_would_guess() {
        ask(address);
        var form = filled(MAILBOXES.await(address, 1).link());

        for (var refused : List.of(
                form.fill("name", ""),
                form.fill("name", "x".repeat(201)),
                form.fill("name", "a\nb"),
                form.fill("new_password", "Password2026!"),
                form.fill("name", "Bartholomew").fill("new_password", "bartholomew-1"))) {
            assertThat(browser.post(refused).status()).isEqualTo(400);
        }

        assertThat(accounts()).isEmpty();
        assertThat(browser.post(form).status()).isEqualTo(303);
    }

    @Test
    void two_links_open_one_account_when_both_are_used_at_once() {
        ask(address);
        var first = filled(MAILBOXES.await(address, 1).link());
        ask(address);
        var second = filled(MAILBOXES.await(address, 2).link());
        var cookie = "gatehouse_form=" + browser.cookies().get("gatehouse_form");
        var turn = new AtomicInteger();

        var statuses = Race.of(4, () -> {
            return Http.post("/login/confirm")
                    .header("Cookie", cookie)
                    .form((turn.getAndIncrement() % 2 == 0 ? first : second).fields())
                    .send()
                    .status();
        });

        assertThat(statuses).containsExactlyInAnyOrder(303, 410, 410, 410);
        assertThat(accounts()).hasSize(1);
    }

    @Test
    void a_link_is_over_when_the_address_has_become_somebodys() {
        ask(address);
        var form = filled(MAILBOXES.await(address, 1).link());
        var other = Newcomer.to(WITNESS.database());
        WITNESS.database().change("update identity_user set email = ? where id = ?", address, other.id());

        Expect.page(browser.post(form), 410);

        assertThat(accounts()).hasSize(1);
        assertThat(browser.cookies()).doesNotContainKey("gatehouse_session");
    }

    /** Each leads to the mailbox of somebody else, or to it once more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x<%s>",
                "\"%s\"",
                "(comment)%s",
                "%s,x@new.example",
                "%s;x@new.example",
                "<%s>",
                "%s\r\nBcc: x@new.example",
                "x@new.example %s",
                "\u212a%s\u0130"
            })
    void nothing_is_sent_to_what_only_looks_like_an_address(String hidden) {
        ask(hidden.formatted(address));

        ask(address);

        assertThat(MAILBOXES.await(address, 1).text()).contains("Confirm your address");
        assertThat(MAILBOXES.to(address)).hasSize(1);
        assertThat(MAILBOXES.to("x@new.example")).isEmpty();
    }

    @Test
    void addresses_with_tags_are_one_mailbox() {
        for (int tag = 1; tag <= 4; tag++) {
            ask(address.replace("@", "+" + tag + "@"));
        }
        var other = UUID.randomUUID() + "@new.example";
        ask(other);

        MAILBOXES.await(other, 1);
        MAILBOXES.await(address.replace("@", "+3@"), 1);
        assertThat(MAILBOXES.to(address.replace("@", "+4@"))).isEmpty();
    }

    private Reply ask(String typed) {
        return browser.post(browser.open("/login/sign-up").page().form().fill("email", typed));
    }

    private Page.Form filled(String link) {
        return browser.open(link).page().form().fill("name", "Somebody").fill("new_password", CHOSEN);
    }

    private List<Map<String, String>> accounts() {
        return WITNESS.rows("select * from identity_user where email = ?", address);
    }

    private String id() {
        return accounts().getFirst().get("id");
    }

    private void joins(String slug) {
        WITNESS.database().changeElsewhere("""
            insert into identity_membership (id, user_id, organization_id, roles, active, created_at)
            select ?, ?, id, 'admin', true, created_at from identity_organization where slug = ?
            """, UUID.randomUUID().toString(), id(), slug);
    }
}
