package dev.gatehouse.blackbox.operations;

import dev.gatehouse.support.ServerProcess;
import dev.gatehouse.support.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server of its own, whose console and H2 database a test may look at while it runs. */
final class Witness implements AutoCloseable {
    private static final String USER = "gatehouse";

    private final ServerProcess server;
    private final String database;

    private Witness(ServerProcess server, String database) {
        this.server = server;
        this.database = database;
    }

    /** Starts it, as talkative as it can be. */
    static Witness start(Path directory) {
        var database = "jdbc:h2:file:" + directory.resolve("data/gatehouse").toAbsolutePath() + ";AUTO_SERVER=TRUE";
        var server = TestServer.another()
                .dataDirectory(directory)
                .property("gatehouse.datasource.url", database)
                .property("gatehouse.datasource.user", USER)
                .property("gatehouse.datasource.password", USER)
                .property("gatehouse.log-level", "ALL");
        return new Witness(server.start(), database);
    }

    ServerProcess server() {
        return server;
    }

    /** All that the console has shown. */
    String console() {
        try {
            return new String(Files.readAllBytes(server.log()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a query, values as text by column name in lower case. */
    List<Map<String, String>> rows(String query) {
        try (var connection = DriverManager.getConnection(database, USER, USER);
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<Map<String, String>>();
            while (result.next()) {
                var row = new HashMap<String, String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(
                            result.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT),
                            result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
