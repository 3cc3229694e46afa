package dev.gatehouse.blackbox.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.AuthenticatorApp;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is under way with the old password when the new one is set, told by holding the person's row meanwhile. */
class PasswordRaceIT {
    /** Long enough for a request to get to the row. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(2);

    @RegisterExtension
    static final Witness WITNESS = Witness.asUsual();

    private final Browser browser = new Browser();
    private Newcomer person;

    @BeforeEach
    void somebody_has_an_account() {
        person = Newcomer.to(WITNESS.database()).joins("acme", "admin");
    }

    @Test
    void a_sign_in_leads_nowhere() throws Exception {
        var page = browser.open("/login").page();

        whileThePasswordIsReplaced(() -> browser.signIn(page, person.user()));

        assertThat(browser.open("/").body()).doesNotContain("Signed in as");
    }

    @Test
    void a_second_factor_leads_nowhere() throws Exception {
        var app = enrol();
        var half = new Browser();
        var form = half.signIn(half.open("/login").page(), person.user()).page().form();

        whileThePasswordIsReplaced(() -> half.post(form.fill("code", app.code(1))));

        assertThat(half.open("/").body()).doesNotContain("Signed in as");
    }

    @Test
    void a_second_factor_is_not_set_up() throws Exception {
        browser.signIn(browser.open("/login").page(), person.user());
        var form = browser.open("/account/security").page().formTo("/account/security/totp/begin");

        var reply = whileThePasswordIsReplaced(() -> browser.post(form));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(WITNESS.rows("select user_id from identity_totp where user_id = ?", person.id()))
                .isEmpty();
    }

    @Test
    void two_changes_in_one_session_are_one() {
        browser.signIn(browser.open("/login").page(), person.user());
        var page = browser.open("/account/password").page();
        var cookies = browser.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var turn = new AtomicInteger();

        var statuses = Race.of(4, () -> {
            var chosen = "seven quiet herons " + turn.incrementAndGet();
            return Http.post("/account/password")
                    .header("Cookie", cookies)
                    .form(page.form()
                            .fill("password", person.user().password())
                            .fill("new_password", chosen)
                            .fill("new_password_again", chosen)
                            .fields())
                    .send()
                    .status();
        });

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(WITNESS.rows(
                        "select id from audit_record where action = 'account.password_changed' and user_label = ?",
                        person.user().email()))
                .hasSize(1);
    }

    @Test
    void a_consent_connects_nothing() throws Exception {
        var dance = OAuthDance.register();
        var page = dance.signIn(person.user());

        var reply = whileThePasswordIsReplaced(() -> dance.answer(page, "acme"));

        assertThat(reply.location().parameter("error")).contains("access_denied");
        assertThat(reply.location().parameter("code")).isEmpty();
        assertThat(WITNESS.rows("select id from oauth_grant where client_id = ?", dance.clientId()))
                .isEmpty();
    }

    @Test
    void a_second_change_changes_nothing() throws Exception {
        browser.signIn(browser.open("/login").page(), person.user());
        var form = browser.open("/account/password")
                .page()
                .form()
                .fill("password", person.user().password())
                .fill("new_password", "seven quiet herons")
                .fill("new_password_again", "seven quiet herons");

        var reply = whileThePasswordIsReplaced(() -> browser.post(form));

        assertThat(reply.location().text()).startsWith(Sut.url("/login?"));
        assertThat(WITNESS.rows(
                        "select id from audit_record where action = 'account.password_changed' and user_label = ?",
                        person.user().email()))
                .isEmpty();
    }

    private AuthenticatorApp enrol() {
        browser.signIn(browser.open("/login").page(), person.user());
        return AuthenticatorApp.setUpIn(browser);
    }

    private Reply whileThePasswordIsReplaced(Supplier<Reply> request) throws Exception {
        var database = WITNESS.database();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.setAutoCommit(false);
            run(connection, "select id from identity_user where email = ? for update");
            var reply = CompletableFuture.supplyAsync(Sut.here(request));
            Thread.sleep(UNDER_WAY);
            assertThat(reply).as("waits for the row").isNotDone();
            run(connection, "update identity_user set sign_in_version = sign_in_version + 1 where email = ?");
            connection.commit();
            return reply.get();
        }
    }

    private void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, person.user().email());
            statement.execute();
        }
    }
}
