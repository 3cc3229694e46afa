package dev.gatehouse.blackbox.login;

import dev.gatehouse.blackbox.support.Witness;
import dev.gatehouse.support.ServerProcess;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A server of its own that sends letters to a port of this machine. */
final class MailingServer {
    private MailingServer() {}

    static Witness start(Path directory, int mailPort, UnaryOperator<ServerProcess> configuration) {
        return Witness.start(
                directory,
                server -> configuration.apply(server.property("gatehouse.limits.enabled", "true")
                        .property("gatehouse.mail.host", "localhost")
                        .property("gatehouse.mail.port", Integer.toString(mailPort))
                        .property("gatehouse.mail.from", "gatehouse@acme.example")
                        .property("gatehouse.mail.session", session())));
    }

    private static String session() {
        return System.getProperty("gatehouse.test.server", "wildfly").equals("wildfly")
                ? "java:jboss/mail/gatehouse"
                : "mail/gatehouse";
    }
}
