package dev.gatehouse.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, unpacked from an artifact and run as a child process. */
public final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private Postgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** A database that is gone when it is closed. */
    public static Postgres temporary() {
        return start(EmbeddedPostgres.builder());
    }

    /** A database that is found again the next time. */
    public static Postgres keptIn(Path directory) {
        endLeftOver(directory.resolve("postmaster.pid"));
        return start(EmbeddedPostgres.builder()
                .setDataDirectory(directory.toAbsolutePath())
                .setCleanDataDirectory(false));
    }

    /** The keys that point Gatehouse at the database that is always there. */
    public Map<String, String> properties() {
        return properties("postgres");
    }

    /** The keys that point Gatehouse at a new, empty database. */
    public Map<String, String> createDatabase() {
        String name = "gatehouse_" + databases.incrementAndGet();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return properties(name);
    }

    private Map<String, String> properties(String database) {
        return Map.of(
                "gatehouse.datasource.url", "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database,
                "gatehouse.datasource.user", "postgres",
                "gatehouse.datasource.password", "postgres");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Postgres start(EmbeddedPostgres.Builder builder) {
        try {
            return new Postgres(builder.setServerConfig("max_connections", "400")
                    .setPGStartupWait(Duration.ofSeconds(30))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL survives when the process that started it is killed, and then holds on to its directory. */
    private static void endLeftOver(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid)
                    .filter(handle -> handle.info().command().orElse("").endsWith("postgres"))
                    .filter(ProcessHandle::destroy)
                    .ifPresent(handle ->
                            handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
