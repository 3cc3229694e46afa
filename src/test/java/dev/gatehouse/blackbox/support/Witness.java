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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;

/** A server of its own, whose console, log files and database a test may look at, and change, while it runs. */
public final class Witness implements AutoCloseable {
    private final ServerProcess server;
    private final Database database;

    private Witness(ServerProcess server, Database database) {
        this.server = server;
        this.database = database;
    }

    /** Starts it as it is delivered. */
    public static Witness start(Path directory) {
        return start(directory, UnaryOperator.identity());
    }

    /** Starts it as configured. */
    public static Witness start(Path directory, UnaryOperator<ServerProcess> configuration) {
        assumeStartable();
        var database = TestServer.database(directory);
        var server = TestServer.another(database).dataDirectory(directory);
        return new Witness(configuration.apply(server).start(), database);
    }

    /** Skips the test where none can be started. */
    public static void assumeStartable() {
        Assumptions.assumeTrue(
                TestServer.startsOthers(),
                "Only a server that the build has provisioned can be started and its database opened.");
        Assumptions.assumeTrue(
                TestServer.affordsOthers(),
                "In the whole build these run with WildFly on H2 and Open Liberty on PostgreSQL;"
                        + " -Dgatehouse.only runs them with any.");
    }

    /** The server. */
    public ServerProcess server() {
        return server;
    }

    /** The server's database. */
    public Database database() {
        return database;
    }

    /** All that the console has shown. */
    public String console() {
        return text(server.log());
    }

    /** What stands in each file of each log directory of the server, by the file's name. */
    public Map<String, String> logFiles() {
        var written = server.dataDirectory().resolve("server");
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
        return database.rows(query, parameters);
    }

    @Override
    public void close() {
        server.close();
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
