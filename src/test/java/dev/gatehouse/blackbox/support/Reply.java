package dev.gatehouse.blackbox.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** An HTTP response as a test looks at it. */
public record Reply(URI uri, int status, HttpHeaders headers, String body) {

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body, which must be a JSON object. */
    public JsonObject json() {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    /** The {@code error} member of a JSON refusal. */
    public String error() {
        return json().getString("error");
    }

    /** The body as a page with its forms. */
    public Page page() {
        return new Page(uri, body);
    }

    /** The target of a redirect. */
    public Location location() {
        return new Location(header("Location").orElseThrow(() -> new AssertionError("no redirect: " + this)));
    }
}
