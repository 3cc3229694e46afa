package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Mailboxes;
import dev.gatehouse.blackbox.support.Witness;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Where TLS is demanded, a letter goes to no mail server without. */
@Execution(ExecutionMode.CONCURRENT)
class LetterTlsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @AutoClose
    private static final Mailboxes MAILBOXES = Mailboxes.open();

    @RegisterExtension
    static final Witness WITNESS = MailingServer.witness(MAILBOXES)
            .and("gatehouse.mail.starttls", "true")
            .alone();

    @Test
    void a_letter_goes_to_no_mail_server_without_tls_where_tls_is_demanded() throws InterruptedException {
        var email = Newcomer.to(WITNESS.database()).user().email();
        var browser = new Browser();

        browser.post(browser.open("/login/forgot").page().form().fill("email", email));

        var end = Instant.now().plus(PATIENCE);
        while (!WITNESS.console().contains("event=mail_failed")) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.sleep(100);
        }
        assertThat(MAILBOXES.to(email)).isEmpty();
    }
}
