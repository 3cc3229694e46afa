package dev.gatehouse.demo;

import dev.gatehouse.support.Postgres;
import dev.gatehouse.support.Server;
import dev.gatehouse.support.ServerProcess;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Runs Gatehouse with demo data in the foreground: {@code Demo server home database suite directory}, as {@code mvn
 * -Pdemo} calls it.
 */
public final class Demo {
    private static final String PORT = "gatehouse.http.port";

    private Demo() {}

    public static void main(String... args) throws IOException {
        Server server = Server.named(args[0]);
        Path home = Path.of(args[1]);
        boolean postgres = args[2].equals("postgres");
        Path directory = Path.of(args[4]);
        Map<String, String> given = given(directory.resolve("settings.properties"));
        int port =
                Integer.parseInt(given.getOrDefault(PORT, System.getenv().getOrDefault("GATEHOUSE_HTTP_PORT", "8080")));

        ServerProcess process = server.process(home)
                .port(port)
                .dataDirectory(directory.resolve(args[0]))
                .forwardTo(System.out)
                .property("gatehouse.demo.enabled", "true")
                .property("gatehouse.suite.enabled", args[3]);
        if (args[3].equals("true")) {
            process.properties(suite());
            process.property("gatehouse.limits.enabled", "false");
        }
        // Ends with Maven, whose process a signal may reach alone.
        ProcessHandle.current().parent().ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(0)));
        try {
            if (postgres) {
                process.properties(
                        Postgres.keptIn(directory.resolve("postgres")).properties());
            }
            process.properties(given).start();
        } catch (UncheckedIOException e) {
            fail(
                    e.getCause() instanceof ServerProcess.PortTakenException taken
                            ? taken.getMessage() + ". End the process that listens there, or choose another port: -D"
                                    + PORT + "=" + (port + 1)
                            : "The server did not start: " + e.getMessage());
        } catch (IllegalStateException e) {
            fail("The server did not start: " + e.getMessage());
        }
        System.out.println(Welcome.text(process.baseUrl()));
        int exitCode = process.exit().join();
        fail("The server ended with exit code " + exitCode + ".");
    }

    /** What other people's test suites need: nothing waits, nothing is rationed, loopback is as good as the world. */
    private static Map<String, String> suite() {
        String unlimited = "1000000";
        return Map.of(
                "gatehouse.oauth.access-token-lifetime", "PT15S",
                "gatehouse.oauth.pinned-documents",
                        Path.of("src/conformance/pinned-documents")
                                .toAbsolutePath()
                                .toString(),
                "gatehouse.outbound.allow-loopback", "true",
                "gatehouse.outbound.max-concurrent", "1000",
                "gatehouse.outbound.max-concurrent-per-host", "1000",
                "gatehouse.outbound.fetches-per-minute", unlimited,
                "gatehouse.outbound.fetches-per-minute-per-host", unlimited);
    }

    private static Map<String, String> given(Path settings) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(settings)) {
            try (Reader reader = Files.newBufferedReader(settings)) {
                properties.load(reader);
            }
        }
        Map<String, String> given = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> given.put(name, properties.getProperty(name)));
        return given;
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
