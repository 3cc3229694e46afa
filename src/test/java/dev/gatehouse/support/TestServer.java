package dev.gatehouse.support;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The server that black-box tests talk to: the one at {@code gatehouse.test.base-url}, or one that starts with the
 * first test and ends with the JVM.
 */
public final class TestServer {
    private static final boolean POSTGRES =
            System.getProperty("gatehouse.test.database", "h2").equals("postgres");
    private static final Server SERVER = Server.named(System.getProperty("gatehouse.test.server", "wildfly"));
    private static final Path HOME = Path.of(System.getProperty(
            "gatehouse.test.server-home", "target/" + SERVER.name().toLowerCase(Locale.ROOT)));

    private TestServer() {}

    public static URI baseUrl() {
        return Optional.ofNullable(System.getProperty("gatehouse.test.base-url"))
                .map(URI::create)
                .orElseGet(() -> Shared.PROCESS.baseUrl());
    }

    /**
     * One more server of the kind under test, not yet started, with an empty database: to be configured, killed,
     * restarted.
     */
    public static ServerProcess another() {
        ServerProcess server = configured();
        return POSTGRES ? server.properties(SharedPostgres.POSTGRES.createDatabase()) : server;
    }

    /** An empty database of the kind under test for a server that writes below that directory. */
    public static Database database(Path directory) {
        return POSTGRES ? Database.of(SharedPostgres.POSTGRES.createDatabase()) : Database.h2(directory);
    }

    /** The same as {@link #another()} with that database, which the test may open as well. */
    public static ServerProcess another(Database database) {
        return configured().properties(database.properties());
    }

    /** Tests come from one address and fail on purpose, so limits are for those that are about them. */
    private static ServerProcess configured() {
        return SERVER.process(HOME)
                .property("gatehouse.demo.enabled", "true")
                .property("gatehouse.limits.enabled", "false");
    }

    /** Whether another server can be started: always in the build, not always beside somebody's installation. */
    public static boolean startsOthers() {
        return System.getProperty("gatehouse.test.base-url") == null || Files.isDirectory(HOME);
    }

    /**
     * Whether tests with servers of their own run with this server and this database: in the whole build, where
     * starting them is most of its time, with WildFly on H2 and Open Liberty on PostgreSQL; chosen by hand, with any.
     */
    public static boolean affordsOthers() {
        return System.getProperty("gatehouse.only") != null || (SERVER == Server.LIBERTY) == POSTGRES;
    }

    private static final class Shared {
        static final ServerProcess PROCESS = another()
                .dataDirectory(Path.of(
                        "target",
                        "blackbox",
                        SERVER.name().toLowerCase(Locale.ROOT)
                                + (POSTGRES ? "-postgres-" : "-h2-")
                                + ProcessHandle.current().pid()))
                .start();
    }

    private static final class SharedPostgres {
        static final Postgres POSTGRES = Postgres.temporary();
    }
}
