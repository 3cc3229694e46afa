package dev.gatehouse.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keycloak as its distribution delivers it, in production mode on the same PostgreSQL, with a realm of one person and
 * two clients.
 */
final class Keycloak implements AutoCloseable {
    static final String PUBLIC_CLIENT = "bench-public";
    static final String BASIC = Credentials.basic("bench", "bench-secret");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int OK = 200;

    /** Refresh tokens rotate and count once, as ours do. */
    private static final String REALM = """
        {"realm": "bench", "enabled": true, "sslRequired": "none", "revokeRefreshToken": true, "refreshTokenMaxReuse": 0,
         "clients": [
           {"clientId": "bench", "secret": "bench-secret", "serviceAccountsEnabled": true,
            "standardFlowEnabled": false},
           {"clientId": "bench-public", "publicClient": true, "directAccessGrantsEnabled": true,
            "redirectUris": ["http://localhost/*"]}],
         "users": [{"username": "owner", "email": "owner@acme.example", "firstName": "O", "lastName": "A",
            "emailVerified": true, "enabled": true,
            "credentials": [{"type": "password", "value": "owner", "temporary": false}]}]}
        """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Keycloak start(Path home, Map<String, String> database) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("data/import"));
        Files.writeString(home.resolve("data/import/bench-realm.json"), REALM);
        run(home, List.of("build", "--db=postgres")).waitFor();
        int port = freePort();
        var command = List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://127.0.0.1:" + port,
                "--db-url=" + database.get("gatehouse.datasource.url"),
                "--db-username=" + database.get("gatehouse.datasource.user"),
                "--db-password=" + database.get("gatehouse.datasource.password"));
        var keycloak = new Keycloak(run(home, command), port);
        keycloak.await();
        return keycloak;
    }

    private static Process run(Path home, List<String> arguments) throws IOException {
        var command = new ArrayList<>(
                List.of("/bin/sh", home.resolve("bin/kc.sh").toAbsolutePath().toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Load.DIRECTORY.resolve("keycloak.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await() throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!ready()) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                process.destroy();
                throw new IllegalStateException("Keycloak did not start; see target/bench/keycloak.log");
            }
            Thread.sleep(500);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/realms/bench/.well-known/openid-configuration"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    String endpoint(String name) {
        return "http://127.0.0.1:" + port + "/realms/bench/protocol/openid-connect/" + name;
    }

    String accessToken() throws IOException, InterruptedException {
        return tokens().getString("access_token");
    }

    List<String> refreshTokens(int number) throws IOException, InterruptedException {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            tokens.add(tokens().getString("refresh_token"));
        }
        return tokens;
    }

    private JsonObject tokens() throws IOException, InterruptedException {
        var form = "grant_type=password&client_id=" + PUBLIC_CLIENT + "&username=owner&password=owner";
        var request = HttpRequest.newBuilder(URI.create(endpoint("token")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IllegalStateException("Keycloak gives no tokens: " + response.body());
        }
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroy);
    }
}
