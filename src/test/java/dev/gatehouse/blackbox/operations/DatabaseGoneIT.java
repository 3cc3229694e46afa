package dev.gatehouse.blackbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Witness;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The database server ends all connections and takes no new ones for a while; only PostgreSQL can be told to. */
@EnabledIfSystemProperty(
        named = "gatehouse.test.database",
        matches = "postgres",
        disabledReason = "H2 is part of the server")
@Execution(ExecutionMode.CONCURRENT)
class DatabaseGoneIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final Witness WITNESS = Witness.asUsual().alone();

    @Test
    void every_answer_is_ours_and_all_is_well_when_it_is_back() throws SQLException, InterruptedException {
        allowConnections(false);

        assertOurs(new Browser().open("/oauth/authorize?client_id=unknown"));
        assertOurs(Http.get("/oauth/authorize?client_id=unknown").send());
        assertOurs(Http.post("/oauth/token")
                .form(Map.of("grant_type", "authorization_code", "client_id", "unknown"))
                .send());
        assertOurs(
                Http.post("/mcp").header("X-API-Key", Demo.ACME_KEY).json("{}").send());

        allowConnections(true);

        awaitAnswer();
    }

    /** A pool may look only every ten seconds which of its connections have ended. */
    private static void awaitAnswer() throws InterruptedException {
        for (var end = Instant.now().plus(PATIENCE);
                !McpDriver.key(Demo.ACME_KEY).call("whoami").body().contains("structuredContent"); ) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.sleep(100);
        }
    }

    private static void assertOurs(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(500);
        assertThat(reply.header("X-Request-Id").orElseThrow()).matches("\\w{16}");
        assertThat(reply.body()).contains(reply.header("X-Request-Id").orElseThrow());
    }

    private void allowConnections(boolean allowed) throws SQLException {
        var database = WITNESS.database();
        var name = database.url().substring(database.url().lastIndexOf('/') + 1);
        var server = database.url().replace("/" + name, "/postgres");
        try (var connection = DriverManager.getConnection(server, database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("alter database \"" + name + "\" with allow_connections " + allowed);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        }
    }
}
