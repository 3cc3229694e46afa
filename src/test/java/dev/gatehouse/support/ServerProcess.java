package dev.gatehouse.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A provisioned server as a child process on the JDK of this one; any number run side by side from one home.
 *
 * <p>Everything the server writes is below its directory: {@code data} (the H2 database), {@code server},
 * {@code console.log}.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(240);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(40);
    private static final int TAIL = 40;

    private final Server server;
    private final Path home;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private int port;
    private Path directory;
    private Path log;
    private PrintStream forward;
    private Process process;
    private Thread onExit;

    ServerProcess(Server server, Path home) {
        this.server = server;
        this.home = home;
    }

    public static ServerProcess wildfly(Path home) {
        return Server.WILDFLY.process(home);
    }

    public static ServerProcess liberty(Path home) {
        return Server.LIBERTY.process(home);
    }

    /** The port to listen on; 0, the default, finds a free one that is kept over restarts. */
    public ServerProcess port(int port) {
        this.port = port;
        return this;
    }

    /** Where the server writes; a temporary directory by default. */
    public ServerProcess dataDirectory(Path directory) {
        this.directory = directory.toAbsolutePath();
        return this;
    }

    public ServerProcess property(String key, String value) {
        properties.put(key, value);
        return this;
    }

    public ServerProcess properties(Map<String, String> values) {
        properties.putAll(values);
        return this;
    }

    /** Compiles in haste, which a server pays for that lives long: a third less work until it is ready. */
    public ServerProcess shortLived() {
        options.add("-XX:TieredStopAtLevel=1");
        return this;
    }

    /** The file that receives the console, anew with each start. */
    public ServerProcess logTo(Path log) {
        this.log = log.toAbsolutePath();
        return this;
    }

    /** Shows the console here as well. */
    public ServerProcess forwardTo(PrintStream forward) {
        this.forward = forward;
        return this;
    }

    /** Starts the server and waits until it is ready. */
    public ServerProcess start() {
        try {
            launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
        return this;
    }

    public URI baseUrl() {
        return URI.create("http://localhost:" + port);
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    public Path dataDirectory() {
        return directory;
    }

    /** Completed with the exit code when the process ends. */
    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Ends the server as an operator does (SIGTERM) and waits for it. */
    public void stop() {
        end(process::destroy);
    }

    /** Ends the server as a power cut does (SIGKILL). */
    public void kill() {
        end(process::destroyForcibly);
    }

    public ServerProcess restart() {
        stop();
        return start();
    }

    @Override
    public void close() {
        if (process != null) {
            stop();
        }
    }

    private void launch() throws IOException {
        port = port == 0 ? freePort() : port;
        requireFree(port);
        directory = directory == null ? Files.createTempDirectory("gatehouse-") : directory;
        log = log == null ? directory.resolve("console.log") : log;
        Path work = directory.resolve("server");
        Files.createDirectories(log.getParent());
        Files.createDirectories(directory.resolve("data"));
        server.prepare(home, work);
        ProcessBuilder builder =
                new ProcessBuilder(command(work)).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(server.environment(home, work));
        if (forward == null) {
            builder.redirectOutput(log.toFile());
        }
        process = builder.start();
        onExit = new Thread(() -> stopped(Duration.ofSeconds(10)));
        Runtime.getRuntime().addShutdownHook(onExit);
        if (forward != null) {
            Thread.ofPlatform().daemon().name("console").start(this::copyConsole);
        }
    }

    private List<String> command(Path work) {
        Map<String, String> all = new LinkedHashMap<>(server.properties(properties));
        all.put("gatehouse.public-url", baseUrl().toString());
        all.put("gatehouse.data-directory", directory.resolve("data").toString());
        all.putAll(properties);
        all.put("gatehouse.http.port", Integer.toString(port));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(server.options(home, work));
        command.addAll(options);
        all.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(server.program(home));
        return command;
    }

    private void awaitReady() {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        HttpRequest ready = HttpRequest.newBuilder(baseUrl().resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build()) {
            while (!answers(client, ready)) {
                if (!process.isAlive()) {
                    throw failed("ended with exit code " + process.exitValue());
                }
                if (server.failure.matcher(console()).find()) {
                    throw failed("could not start the application");
                }
                if (Instant.now().isAfter(deadline)) {
                    throw failed("was not ready after " + START_TIMEOUT.toSeconds() + " s");
                }
                pause();
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest ready) {
        try {
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void end(Runnable signal) {
        signal.run();
        stopped(STOP_TIMEOUT);
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // This JVM is ending, and the hook with it.
        }
    }

    private void stopped(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copyConsole() {
        try (BufferedReader console = process.inputReader();
                PrintStream file = new PrintStream(Files.newOutputStream(log), true)) {
            for (String line = console.readLine(); line != null; line = console.readLine()) {
                forward.println(line);
                file.println(line);
            }
        } catch (IOException e) {
            // The process has ended.
        }
    }

    private IllegalStateException failed(String how) {
        List<String> lines = console().lines().toList();
        String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        kill();
        return new IllegalStateException("%s %s; the end of %s:%n%s".formatted(server, how, log, tail));
    }

    private String console() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void requireFree(int port) throws PortTakenException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException e) {
            throw new PortTakenException(port, e);
        }
    }

    /** Somebody else listens on the port. */
    public static final class PortTakenException extends IOException {
        private static final long serialVersionUID = 1;

        PortTakenException(int port, IOException cause) {
            super("Port " + port + " is taken: " + cause.getMessage(), cause);
        }
    }
}
