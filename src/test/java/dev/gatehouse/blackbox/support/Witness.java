package dev.gatehouse.blackbox.support;

import dev.gatehouse.support.Database;
import dev.gatehouse.support.ServerProcess;
import dev.gatehouse.support.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The server that a test class says it needs, which is the one under test from {@code @BeforeAll} on, and whose
 * console, log files and database its tests may look at, and change, while it runs:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final Witness WITNESS = Witness.with("gatehouse.limits.enabled", "true");
 * }</pre>
 *
 * <p>Classes that ask for the same settings share one server, unless they ask for one that is theirs {@link #alone()}.
 */
public final class Witness implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(Witness.class);

    private final Setup setup;
    private final boolean alone;
    private Installation installation;

    private Witness(Setup setup, boolean alone) {
        this.setup = setup;
        this.alone = alone;
    }

    /** Of the server as it usually is: in the build the one that classes without a witness talk to. */
    public static Witness asUsual() {
        return new Witness(Setup.USUAL, false);
    }

    /** Of a server with that setting. */
    public static Witness with(String key, String value) {
        return asUsual().and(key, value);
    }

    /** The same with one more setting. */
    public Witness and(String key, String value) {
        return new Witness(setup.with(key, value), alone);
    }

    /** The same with two nodes on one database behind the URL of the first, which is the one under test. */
    public Witness onTwoNodes() {
        return new Witness(setup.on(2), alone);
    }

    /** The same, started for this class and ended with it: to be killed, restarted, used up. */
    public Witness alone() {
        return new Witness(setup, true);
    }

    /** The server. */
    public ServerProcess server() {
        return installation.first();
    }

    /** The other node, where there are two. */
    public ServerProcess second() {
        return installation.nodes().get(1);
    }

    /** The server's database. */
    public Database database() {
        return installation.database();
    }

    /** All that the console has shown. */
    public String console() {
        return text(server().log());
    }

    /** What stands in each file of each log directory of the server, by the file's name. */
    public Map<String, String> logFiles() {
        var written = server().dataDirectory().resolve("server");
        try (var files = Files.walk(written)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> inLogDirectory(written.relativize(file)))
                    .collect(Collectors.toMap(file -> written.relativize(file).toString(), Witness::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a query, values as text by column name in lower case. */
    public List<Map<String, String>> rows(String query, Object... parameters) {
        return database().rows(query, parameters);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Assumptions.assumeTrue(
                TestServer.startable(),
                "Only a server that the build has provisioned can be started and its database opened.");
        installation = alone ? ownIn(context) : Installation.shared(setup);
        Sut.use(server().baseUrl());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Sut.use(server().baseUrl());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Sut.useDefault();
    }

    /** JUnit closes it with the class. */
    private Installation ownIn(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(this, any -> Installation.own(setup), Installation.class);
    }

    private static boolean inLogDirectory(Path file) {
        return StreamSupport.stream(file.spliterator(), false)
                .map(Path::toString)
                .anyMatch(Set.of("log", "logs")::contains);
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
