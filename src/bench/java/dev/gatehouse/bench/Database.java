package dev.gatehouse.bench;

import dev.gatehouse.support.Postgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/** An empty database of a real PostgreSQL, and the processes that serve it. */
record Database(Map<String, String> properties, ProcessHandle postmaster) {

    static Database in(Postgres postgres) throws SQLException {
        var properties = postgres.createDatabase();
        try (var connection = DriverManager.getConnection(
                        properties.get("gatehouse.datasource.url"),
                        properties.get("gatehouse.datasource.user"),
                        properties.get("gatehouse.datasource.password"));
                var statement = connection.createStatement();
                var pid = statement.executeQuery("select pg_backend_pid()")) {
            pid.next();
            var backend = ProcessHandle.of(pid.getLong(1)).orElseThrow();
            return new Database(properties, backend.parent().orElseThrow());
        }
    }

    Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(postmaster), postmaster.children());
    }
}
