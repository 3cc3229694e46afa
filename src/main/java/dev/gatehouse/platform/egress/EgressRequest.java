package dev.gatehouse.platform.egress;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request of our own to somebody else's server. An answer beyond {@code maxBytes} is a failure; a metered request,
 * one that a stranger may have caused, counts against the limits of fetches per minute.
 */
public record EgressRequest(
        String method, URI uri, Map<String, String> headers, byte[] body, int maxBytes, boolean metered) {
    private static final int DEFAULT_MAX = 65_536;
    private static final byte[] NOTHING = {};

    /** A GET of a URL that a stranger may have named. */
    public static EgressRequest get(URI uri) {
        return new EgressRequest("GET", uri, Map.of(), NOTHING, DEFAULT_MAX, true);
    }

    /** A POST of a form. */
    public static EgressRequest post(URI uri, Map<String, String> form) {
        var encoded = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return new EgressRequest(
                "POST",
                uri,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                encoded.getBytes(StandardCharsets.UTF_8),
                DEFAULT_MAX,
                true);
    }

    /** The same with a header. */
    public EgressRequest with(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("header " + name);
        }
        var all = new HashMap<>(headers);
        all.put(name, value);
        return new EgressRequest(method, uri, Map.copyOf(all), body, maxBytes, metered);
    }

    /** The same, reading no answer beyond that many bytes. */
    public EgressRequest upTo(int bytes) {
        return new EgressRequest(method, uri, headers, body, bytes, metered);
    }

    /**
     * The same to a server that the operator has named: no stranger can aim it, so the rates do not count, and it may
     * stand in the operator's own network.
     */
    public EgressRequest namedByOperator() {
        return new EgressRequest(method, uri, headers, body, maxBytes, false);
    }

    int port() {
        int given = uri.getPort();
        return given >= 0 ? given : tls() ? 443 : 80;
    }

    boolean tls() {
        return uri.getScheme().equals("https");
    }

    /** The host as a name server or an address parser takes it, in its one spelling. */
    String host() {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + uri.getHost();
    }
}
