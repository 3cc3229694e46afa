package dev.gatehouse.blackbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.KeyTool;
import dev.gatehouse.support.ServerProcess;
import dev.gatehouse.support.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Unsafe configuration stops the start, with a sentence in the log that says what to change. */
@Execution(ExecutionMode.CONCURRENT)
class StartRefusalIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ENCRYPTION_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    Path directory;

    @Test
    void demo_data_at_a_public_address() {
        refused(
                server().property("gatehouse.public-url", "https://mcp.example.com")
                        .property("gatehouse.crypto.encryption-key", ENCRYPTION_KEY),
                "Set gatehouse.demo.enabled=false, or gatehouse.public-url to a loopback address");
    }

    @Test
    void plain_http_at_a_public_address() {
        refused(
                server().property("gatehouse.public-url", "http://mcp.example.com")
                        .property("gatehouse.demo.enabled", "false"),
                "Change gatehouse.public-url: 'http://mcp.example.com' must use https");
    }

    @Test
    void a_public_address_without_a_key_to_encrypt_with() {
        refused(
                server().property("gatehouse.public-url", "https://mcp.example.com")
                        .property("gatehouse.demo.enabled", "false"),
                "Set gatehouse.crypto.encryption-key to 32 random bytes in base64");
    }

    @Test
    void a_key_store_without_a_key_for_each_algorithm() {
        var file = directory.resolve("keys.p12");
        KeyTool.generate(file, "changeit", "ec", "-keyalg", "EC", "-groupname", "secp256r1");

        refused(
                server().property("gatehouse.crypto.key-store.path", file.toString())
                        .property("gatehouse.crypto.key-store.password", "changeit")
                        .property("gatehouse.crypto.key-store.aliases", "ec"),
                "Change gatehouse.crypto.key-store.aliases: it names no key for RS256");
    }

    private ServerProcess server() {
        return TestServer.on(TestServer.database(directory))
                .shortLived()
                .dataDirectory(directory)
                .logTo(directory.resolve("console.log"));
    }

    private void refused(ServerProcess server, String sentence) {
        var start = CompletableFuture.runAsync(server::start);
        try {
            await(server.log(), sentence);
            assertThat(answers(server)).isFalse();
            assertThat(start).isNotCompleted();
        } finally {
            server.kill();
        }
        assertThat(start).failsWithin(10, TimeUnit.SECONDS);
    }

    private static boolean answers(ServerProcess server) {
        try {
            var mcp = (HttpURLConnection)
                    URI.create(server.baseUrl() + "/mcp").toURL().openConnection();
            mcp.setRequestMethod("POST");
            return mcp.getResponseCode() != 404 && mcp.getResponseCode() != 503;
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(Path log, String sentence) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!read(log).contains(sentence)) {
            assertThat(Instant.now()).as(read(log)).isBefore(deadline);
            pause();
        }
    }

    private static String read(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
