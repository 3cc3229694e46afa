package dev.gatehouse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers that black-box tests talk to: which kind the build has provisioned, and the database for it. */
public final class TestServer {
    private static final boolean POSTGRES =
            System.getProperty("gatehouse.test.database", "h2").equals("postgres");
    private static final Server SERVER = Server.named(System.getProperty("gatehouse.test.server", "wildfly"));
    private static final Path HOME = Path.of(System.getProperty(
            "gatehouse.test.server-home", "target/" + SERVER.name().toLowerCase(Locale.ROOT)));

    private static final AtomicInteger DIRECTORIES = new AtomicInteger();

    private TestServer() {}

    /** Whether one can be started: always in the build, not always beside somebody's installation. */
    public static boolean startable() {
        return System.getProperty("gatehouse.test.base-url") == null || Files.isDirectory(HOME);
    }

    /** A new directory for a server, below {@code target/blackbox} for whoever wants to read its logs after the run. */
    public static Path newDirectory() {
        var run = SERVER.name().toLowerCase(Locale.ROOT)
                + (POSTGRES ? "-postgres-" : "-h2-")
                + ProcessHandle.current().pid();
        try {
            return Files.createDirectories(Path.of("target/blackbox", run, "" + DIRECTORIES.incrementAndGet())
                    .toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty database of the kind under test for a server that writes below that directory. */
    public static Database database(Path directory) {
        return POSTGRES ? Database.of(SharedPostgres.POSTGRES.createDatabase()) : Database.h2(directory);
    }

    /**
     * A server of the kind under test, not yet started, on that database. Tests come from one address and fail on
     * purpose, so limits are for those that are about them.
     */
    public static ServerProcess on(Database database) {
        return SERVER.process(HOME)
                .properties(database.properties())
                .property("gatehouse.demo.enabled", "true")
                .property("gatehouse.limits.enabled", "false");
    }

    private static final class SharedPostgres {
        static final Postgres POSTGRES = Postgres.temporary();
    }
}
