package dev.gatehouse.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Letters, through the server's own mail session (Jakarta Mail). */
@ApplicationScoped
public class Mail {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.mail");

    @Inject
    MailSettings settings;

    @Inject
    Clock clock;

    /** Whether letters can be sent at all. */
    public boolean available() {
        return settings.session().isPresent();
    }

    /**
     * Hands a letter to the mail server and waits for its answer; tells whether it was taken. One that was not stands
     * in the log without its content.
     */
    public boolean send(Letter letter) {
        try {
            Transport.send(message(letter));
            return true;
        } catch (NamingException | MessagingException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "event=mail_failed reason=" + e.getClass().getSimpleName());
            return false;
        }
    }

    private MimeMessage message(Letter letter) throws NamingException, MessagingException {
        Session session = InitialContext.doLookup(settings.session().orElseThrow());
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(settings.from().orElseThrow(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // RFC 3834 §5, so that no absent person's program answers.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
