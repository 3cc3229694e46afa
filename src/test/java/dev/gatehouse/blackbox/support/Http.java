package dev.gatehouse.blackbox.support;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One HTTP request, spelled out: {@code Http.post("/oauth/token").form(Map.of(…)).send()}. Redirects are never
 * followed.
 */
public final class Http {
    private static final HttpClient CLIENT = client().build();

    private final HttpRequest.Builder request;
    private final String method;
    private HttpRequest.BodyPublisher body = BodyPublishers.noBody();
    private HttpClient client = CLIENT;

    private Http(String method, URI uri) {
        this.method = method;
        this.request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
    }

    /** A GET of a path of the server under test. */
    public static Http get(String path) {
        return request("GET", path);
    }

    /** A POST to a path of the server under test. */
    public static Http post(String path) {
        return request("POST", path);
    }

    /** Any method on a path of the server under test, or on an absolute URL. */
    public static Http request(String method, String pathOrUrl) {
        return new Http(method, URI.create(pathOrUrl.startsWith("/") ? Sut.url(pathOrUrl) : pathOrUrl));
    }

    /** Adds a header. */
    public Http header(String name, String value) {
        request.header(name, value);
        return this;
    }

    /** Comes from that address of this machine, such as {@code 127.0.0.2}. */
    public Http from(String address) {
        try {
            client = client().localAddress(InetAddress.getByName(address)).build();
            return this;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Adds {@code Authorization: Bearer}. */
    public Http bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** Adds {@code Authorization: Basic}. */
    public Http basic(String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Sends a form that is encoded already, to say the same thing twice or wrongly. */
    public Http form(String encoded) {
        return body("application/x-www-form-urlencoded", encoded);
    }

    /** Sends a form. */
    public Http form(Map<String, String> fields) {
        return body("application/x-www-form-urlencoded", encode(fields));
    }

    /** Sends JSON. */
    public Http json(JsonObject json) {
        return body("application/json", json.toString());
    }

    /** Sends text that says to be JSON. */
    public Http json(String json) {
        return body("application/json", json);
    }

    /** Sends text of a type. */
    public Http body(String contentType, String text) {
        return body(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes of a type. */
    public Http body(String contentType, byte[] bytes) {
        header("Content-Type", contentType);
        body = BodyPublishers.ofByteArray(bytes);
        return this;
    }

    /** Sends bytes of a type without telling their number before. */
    public Http chunked(String contentType, byte[] bytes) {
        header("Content-Type", contentType);
        body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return this;
    }

    /** Sends text without telling its type. */
    public Http untyped(String text) {
        body = BodyPublishers.ofString(text);
        return this;
    }

    /** Sends and waits. */
    public Reply send() {
        try {
            var response = client.send(request.method(method, body).build(), BodyHandlers.ofString());
            return new Reply(response.uri(), response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The form encoding of fields, as a body or a query. */
    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
