package dev.gatehouse.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The database of a server, which a test may look at and change while the server runs. */
public record Database(String url, String user, String password) {
    private static final String KEY = "gatehouse.datasource.";
    private static final Duration NOTICED = Duration.ofSeconds(1);

    /** An H2 database below a server's directory; as the servers configure theirs, but open to a second process. */
    static Database h2(Path directory) {
        Path file = directory.resolve("data/gatehouse").toAbsolutePath();
        return new Database(
                "jdbc:h2:file:" + file + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;AUTO_SERVER=TRUE",
                "gatehouse",
                "gatehouse");
    }

    /** The database that those keys point Gatehouse at. */
    static Database of(Map<String, String> properties) {
        return new Database(
                properties.get(KEY + "url"), properties.get(KEY + "user"), properties.get(KEY + "password"));
    }

    /** The keys that point Gatehouse at it. */
    Map<String, String> properties() {
        return Map.of(KEY + "url", url, KEY + "user", user, KEY + "password", password);
    }

    /** The rows of a query, values as text by column name in lower case. */
    public List<Map<String, String>> rows(String query, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = prepare(connection, query, parameters);
                ResultSet result = statement.executeQuery()) {
            List<Map<String, String>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows, at least one of them, and commits. */
    public void change(String statement, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement prepared = prepare(connection, statement, parameters)) {
            if (prepared.executeUpdate() == 0) {
                throw new IllegalStateException("changes nothing: " + statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows as another node would, and waits until this one must know of it: a second. */
    public void changeElsewhere(String statement, Object... parameters) {
        change(statement, parameters);
        try {
            Thread.sleep(NOTICED);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static Map<String, String> row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, String> row = new HashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), result.getString(i));
        }
        return row;
    }
}
