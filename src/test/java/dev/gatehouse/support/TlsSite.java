package dev.gatehouse.support;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Somebody else's https server on loopback, for {@code localhost}, {@code 127.0.0.1} and {@code *.site.example}, with a
 * certificate of its own making.
 */
public final class TlsSite implements AutoCloseable {
    /** What was asked for. */
    public record Request(String method, String path, Headers headers, String body) {}

    /** What is answered. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        /** 200 with that JSON. */
        public static Answer json(String json) {
            return new Answer(200, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
        }

        /** A status without a body. */
        public static Answer status(int status) {
            return new Answer(status, Map.of(), new byte[0]);
        }

        /** The same with another status. */
        public Answer as(int other) {
            return new Answer(other, headers, body);
        }

        /** The same with a header; one of the same name is replaced. */
        public Answer with(String name, String value) {
            var all = new java.util.HashMap<>(headers);
            all.put(name, value);
            return new Answer(status, all, body);
        }
    }

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final HttpsServer server;
    private final Map<String, Function<Request, Answer>> pages = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private TlsSite(HttpsServer server) {
        this.server = server;
    }

    /** Starts one on a free port. */
    public static TlsSite start() {
        try {
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
            server.setHttpsConfigurator(new HttpsConfigurator(Certificate.CONTEXT));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var site = new TlsSite(server);
            server.createContext("/", site::handle);
            server.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The PEM file of the authority to trust. */
    public static Path authority() {
        return Certificate.PEM;
    }

    /** The certificate and its key, for servers that speak something else. */
    public static SSLContext context() {
        return Certificate.CONTEXT;
    }

    /** A PKCS#12 file with the authority to trust, and its password. */
    public static Path trustStore(String password) {
        try {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("site", Certificate.store().getCertificate("site"));
            var file = Certificate.STORE.resolveSibling("trusted.p12");
            try (var out = Files.newOutputStream(file)) {
                trusted.store(out, password.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The URL of a path, on {@code localhost}. */
    public URI url(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    /** The port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers a path, from now on, like that. */
    public TlsSite page(String path, Answer answer) {
        return page(path, request -> answer);
    }

    /** Answers a path, from now on, as the function says. */
    public TlsSite page(String path, Function<Request, Answer> answer) {
        pages.put(path, answer);
        return this;
    }

    /** What was asked for, in order. */
    public List<Request> requests() {
        return requests;
    }

    /** How often a path was asked for. */
    public long requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            var answer = pages.getOrDefault(request.path(), any -> Answer.status(404))
                    .apply(request);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static final class Certificate {
        static final Path STORE = keytool();
        static final SSLContext CONTEXT = context();
        static final Path PEM = pem();

        /** The JDK has no other way to make a certificate. */
        private static Path keytool() {
            try {
                var store = Files.createTempDirectory("tls-site").resolve("site.p12");
                var process = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "site",
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-dname",
                                "CN=Test site",
                                "-ext",
                                "san=dns:localhost,dns:*.site.example,ip:127.0.0.1,ip:::1",
                                "-ext",
                                "bc:c",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .start();
                var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(output);
                }
                return store;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static KeyStore store() throws GeneralSecurityException, IOException {
            var store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(STORE)) {
                store.load(in, PASSWORD);
            }
            return store;
        }

        private static SSLContext context() {
            try {
                var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(store(), PASSWORD);
                var context = SSLContext.getInstance("TLS");
                context.init(keys.getKeyManagers(), null, null);
                return context;
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Path pem() {
            try {
                var encoded = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(store().getCertificate("site").getEncoded());
                return Files.writeString(
                        STORE.resolveSibling("authority.pem"),
                        "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
