package dev.gatehouse.blackbox.login;

import dev.gatehouse.blackbox.support.Mailboxes;
import dev.gatehouse.blackbox.support.Witness;

/** A server that sends letters to a port of this machine. */
final class MailingServer {
    /** Where the letters of {@link #openToAll()} arrive. */
    static final Mailboxes MAILBOXES = Mailboxes.open();

    private MailingServer() {}

    /** It, for a test class. */
    static Witness witness(Mailboxes mailboxes) {
        return Witness.with("gatehouse.limits.enabled", "true")
                .and("gatehouse.mail.host", "localhost")
                .and("gatehouse.mail.port", Integer.toString(mailboxes.port()))
                .and("gatehouse.mail.from", "gatehouse@acme.example")
                .and("gatehouse.mail.session", session());
    }

    /** One where people open accounts themselves. */
    static Witness openToAll() {
        return witness(MAILBOXES).and("gatehouse.login.sign-up", "true");
    }

    private static String session() {
        return System.getProperty("gatehouse.test.server", "wildfly").equals("wildfly")
                ? "java:jboss/mail/gatehouse"
                : "mail/gatehouse";
    }
}
