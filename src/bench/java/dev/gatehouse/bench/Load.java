package dev.gatehouse.bench;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.support.Postgres;
import dev.gatehouse.support.Server;
import dev.gatehouse.support.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Drives each server with wrk, Gatehouse on PostgreSQL beside a bare echo, and prints tables; see {@code load.sh}. */
public final class Load {
    static final Path DIRECTORY = Path.of("target", "bench").toAbsolutePath();
    static final String ECHO = "echo, bare JAX-RS";
    private static final Logger ROOT_LOGGER = Logger.getLogger("");
    private static final String WHOAMI = """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"whoami","arguments":{}}}\
        """;
    private static final List<String> MCP_HEADERS = List.of(
            "Content-Type: application/json",
            "Accept: application/json, text/event-stream",
            "MCP-Protocol-Version: 2025-11-25");

    private final LoadOptions options;
    private final Wrk wrk;
    private final List<StartUp> starts = new ArrayList<>();
    private final List<Measurement> measurements = new ArrayList<>();

    private Load(LoadOptions options) {
        this.options = options;
        this.wrk = new Wrk(options);
    }

    /** Runs with the options of {@link LoadOptions}. */
    public static void main(String... args) throws IOException, InterruptedException, SQLException {
        // Ends with Maven, whose process a signal may reach alone.
        ProcessHandle.current().parent().ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(1)));
        // PostgreSQL tells of each step.
        ROOT_LOGGER.setLevel(Level.WARNING);
        var load = new Load(LoadOptions.parse(args));
        try (var postgres = Postgres.temporary()) {
            for (var server : load.options.servers()) {
                load.measure(server, postgres);
            }
            if (load.options.keycloak().isPresent()) {
                load.keycloak(load.options.keycloak().get(), postgres);
            }
        }
        System.out.println(LoadReport.of(load.options, load.measurements, load.starts));
    }

    private void measure(Server server, Postgres postgres) throws IOException, InterruptedException, SQLException {
        System.err.println(LoadOptions.name(server) + ": start time and memory");
        starts.add(StartUp.measure(server, options));
        var database = Database.in(postgres);
        var process = server.process(options.home(server))
                .dataDirectory(directory(server, "postgres"))
                .properties(database.properties())
                .property("gatehouse.demo.enabled", "true");
        String token;
        try (process) {
            token = gatehouse(server, process, database);
        }
        echo(server, token);
    }

    /** Measures the operations of Gatehouse; gives back the access token, for an echo request of the same size. */
    private String gatehouse(Server server, ServerProcess process, Database database) throws IOException {
        process.start();
        var drive = new Drive(options, LoadOptions.name(server), process.pid(), database::processes);
        System.setProperty("gatehouse.test.base-url", process.baseUrl().toString());
        var grants = new Grants();
        var token = grants.accessToken();
        requireAnswer(McpDriver.bearer(token));
        requireAnswer(McpDriver.key(Demo.ACME_KEY));
        var url = process.baseUrl() + "/mcp";
        measurements.add(drive.measure(
                "`tools/call` whoami, access token", seconds -> post(seconds, url, "Authorization: Bearer " + token)));
        measurements.add(drive.measure(
                "`tools/call` whoami, API key", seconds -> post(seconds, url, "X-API-Key: " + Demo.ACME_KEY)));
        var chains =
                List.of(chains(grants, "warm-up"), chains(grants, "measured")).iterator();
        measurements.add(drive.measure(
                "refresh with rotation",
                seconds -> refresh(seconds, process.baseUrl() + "/oauth/token", grants, chains.next())));
        var basic = "Authorization: Basic " + Credentials.basic(Demo.trustedClient());
        measurements.add(drive.measure(
                "client credentials",
                seconds -> form(seconds, process.baseUrl() + "/oauth/token", basic, "grant_type=client_credentials")));
        measurements.add(drive.measure(
                "introspection",
                seconds -> form(seconds, process.baseUrl() + "/oauth/introspect", basic, "token=" + token)));
        return token;
    }

    /** The same operations of Keycloak on the same database server. */
    private void keycloak(Path home, Postgres postgres) throws IOException, InterruptedException, SQLException {
        var database = Database.in(postgres);
        try (var keycloak = Keycloak.start(home, database.properties())) {
            var drive = new Drive(options, "keycloak", keycloak.pid(), database::processes);
            var basic = "Authorization: Basic " + Keycloak.BASIC;
            var chains = List.of(chains(keycloak, "warm-up"), chains(keycloak, "measured"))
                    .iterator();
            measurements.add(drive.measure(
                    "refresh with rotation",
                    seconds -> wrk.run(
                            seconds,
                            "refresh.lua",
                            keycloak.endpoint("token"),
                            List.of(),
                            Keycloak.PUBLIC_CLIENT,
                            Integer.toString(options.threads()),
                            chains.next().toString())));
            measurements.add(drive.measure(
                    "client credentials",
                    seconds -> form(seconds, keycloak.endpoint("token"), basic, "grant_type=client_credentials")));
            var token = keycloak.accessToken();
            measurements.add(drive.measure(
                    "introspection",
                    seconds -> form(seconds, keycloak.endpoint("token/introspect"), basic, "token=" + token)));
        }
    }

    private Path chains(Keycloak keycloak, String name) throws IOException, InterruptedException {
        return Files.write(
                DIRECTORY.resolve("keycloak-chains-" + name),
                keycloak.refreshTokens(options.connections() + options.threads()));
    }

    private Wrk.Result form(int seconds, String url, String credential, String body) throws IOException {
        var headers = List.of("Content-Type: application/x-www-form-urlencoded", credential);
        return wrk.run(seconds, "post.lua", url, headers, body);
    }

    private void echo(Server server, String token) throws IOException {
        var home = EchoHome.of(options.home(server), DIRECTORY.resolve(LoadOptions.name(server)));
        try (var process = server.process(home).dataDirectory(directory(server, "echo"))) {
            process.start();
            var url = process.baseUrl() + "/mcp";
            measurements.add(new Drive(options, LoadOptions.name(server), process.pid(), Stream::empty)
                    .measure(ECHO, seconds -> post(seconds, url, "Authorization: Bearer " + token)));
        }
    }

    private Wrk.Result post(int seconds, String url, String credential) throws IOException {
        var headers = Stream.concat(MCP_HEADERS.stream(), Stream.of(credential)).toList();
        return wrk.run(seconds, "post.lua", url, headers, WHOAMI);
    }

    private Wrk.Result refresh(int seconds, String url, Grants grants, Path chains) throws IOException {
        var threads = Integer.toString(options.threads());
        return wrk.run(seconds, "refresh.lua", url, List.of(), grants.clientId(), threads, chains.toString());
    }

    /** One chain for each connection, and one more for each thread, which wrk may take to try the script. */
    private Path chains(Grants grants, String name) throws IOException {
        var spare = options.threads();
        var tokens = grants.refreshTokens(options.connections() + spare);
        return Files.write(DIRECTORY.resolve("chains-" + name), tokens);
    }

    private static void requireAnswer(McpDriver client) {
        if (!client.result("whoami").containsKey("user")) {
            throw new IllegalStateException("whoami does not answer");
        }
    }

    private static Path directory(Server server, String what) throws IOException {
        return Directories.empty(DIRECTORY.resolve(LoadOptions.name(server) + "-" + what));
    }
}
