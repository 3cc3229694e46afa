package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Mailboxes;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Witness;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A letter that somebody was promised arrives, whatever happens to either server meanwhile. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("letters")
class LetterDeliveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @AutoClose
    private static Mailboxes mailboxes = Mailboxes.open();

    @RegisterExtension
    static final Witness WITNESS = MailingServer.witness(mailboxes)
            .and("gatehouse.mail.retry-pause", "PT2S")
            .alone();

    private final Browser browser = new Browser();
    private String email;

    @BeforeEach
    void somebody_has_an_account() {
        email = Newcomer.to(WITNESS.database()).user().email();
    }

    @AfterEach
    void look_back() {
        mailboxes.silent(false);
    }

    @Test
    void a_mail_server_that_says_nothing_keeps_nobody_waiting_and_is_asked_again() {
        mailboxes.silent(true);

        assertThat(ask().status()).isEqualTo(200);

        await(() -> WITNESS.console().contains("event=mail_failed"));
        assertThat(mailboxes.to(email)).isEmpty();
        mailboxes.silent(false);
        assertThat(browser.open(mailboxes.await(email, 1).link()).status()).isEqualTo(200);
    }

    @Test
    void a_letter_survives_the_end_of_the_server_while_the_mail_server_is_away() {
        var port = mailboxes.port();
        mailboxes.close();
        try {
            ask();
            await(() -> !WITNESS.rows(
                            "select id from identity_waiting_letter where email = ? and due_at < ?",
                            email,
                            OffsetDateTime.now().plusSeconds(20))
                    .isEmpty());
            WITNESS.server().kill();
        } finally {
            mailboxes = Mailboxes.at(port);
        }
        WITNESS.server().start();

        assertThat(browser.open(mailboxes.await(email, 1).link()).status()).isEqualTo(200);
        await(() -> WITNESS.rows("select id from identity_waiting_letter where email = ?", email)
                .isEmpty());
        assertThat(mailboxes.to(email)).hasSize(1);
    }

    @Test
    void an_account_cannot_be_opened_where_that_is_not_allowed() {
        assertThat(browser.open("/login").body()).contains("/login/forgot").doesNotContain("/login/sign-up");
        assertThat(browser.open("/login/sign-up").status()).isEqualTo(404);
        assertThat(browser.open("/login/confirm?token=x").status()).isEqualTo(404);
        var form = browser.open("/login/forgot").page().form().fill("email", email);
        assertThat(browser.post(new Page.Form("/login/sign-up", form.fields(), form.buttons()))
                        .status())
                .isEqualTo(404);
    }

    private Reply ask() {
        return browser.post(browser.open("/login/forgot").page().form().fill("email", email));
    }

    private static void await(BooleanSupplier condition) {
        for (var end = Instant.now().plus(PATIENCE); !condition.getAsBoolean(); pause()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
