package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.config.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A redirect URI that may be registered: https, loopback http, or a private-use scheme (RFC 8252 §7). Kept exactly as
 * written.
 */
public record RedirectUri(String text, URI uri) {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_PORT = 65_535;
    private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z0-9+.-]*:[A-Za-z0-9._~:/?\\[\\]@!$&'()*+,;=%-]+");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)/(\\.|%2e){1,2}(/|\\?|$)");
    private static final Pattern ENCODED_CONTROL = Pattern.compile("(?i)%(0[0-9a-f]|1[0-9a-f]|7f|5c)");

    /** Schemes that a browser runs, reads or sends by itself: no native application can own them. */
    private static final Set<String> DENIED_SCHEMES = Set.of(
            "localhost",
            "javascript",
            "data",
            "vbscript",
            "file",
            "blob",
            "about",
            "filesystem",
            "view-source",
            "jar",
            "ftp",
            "ftps",
            "ws",
            "wss",
            "mailto",
            "tel",
            "sms",
            "intent",
            "content",
            "chrome",
            "chrome-extension",
            "resource",
            "urn",
            "ldap",
            "gopher",
            "telnet",
            "ssh",
            "sftp",
            "smb",
            "search-ms",
            "search",
            "vnc",
            "rdp",
            "magnet");

    /** What an authorization response adds; already there, it would be read instead of ours. */
    private static final Set<String> RESPONSE_PARAMETERS = Set.of(
            "code",
            "state",
            "iss",
            "error",
            "error_description",
            "error_uri",
            "access_token",
            "id_token",
            "token_type");

    /** The URI, if it may be registered and redirected to. */
    public static Optional<RedirectUri> parse(String text) {
        if (text.length() > MAX_LENGTH
                || !ALLOWED.matcher(text).matches()
                || ENCODED_CONTROL.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            var uri = new URI(text);
            return allowed(uri) ? Optional.of(new RedirectUri(text, uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether an authorization request may name that URI: equal to the letter, but for the port of a loopback URI (RFC
     * 8252 §7.3).
     */
    public boolean allows(RedirectUri requested) {
        return text.equals(requested.text)
                || (loopback() && requested.loopback() && withoutPort().equals(requested.withoutPort()));
    }

    /** Whether the redirect stays on the person's machine. */
    public boolean loopback() {
        return uri.getScheme().equals("http");
    }

    /** Whether the redirect opens an application by its private-use scheme (RFC 8252 §7.1). */
    public boolean application() {
        return !web();
    }

    /** Whom the person is sent back to: the host, or the scheme of a native application. */
    public String recipient() {
        return uri.getHost() != null && web() ? uri.getHost() : uri.getScheme() + ":";
    }

    /**
     * The CSP source expression that covers this URI. It has no syntax for IPv6, so there the scheme must do (CSP 3
     * §2.3.1).
     */
    public String cspSource() {
        return web() && !uri.getHost().startsWith("[")
                ? uri.getScheme() + "://" + uri.getRawAuthority()
                : uri.getScheme() + ":";
    }

    private boolean web() {
        return uri.getScheme().equals("http") || uri.getScheme().equals("https");
    }

    private String withoutPort() {
        var authority = uri.getRawAuthority();
        var host = uri.getPort() < 0 ? authority : authority.substring(0, authority.lastIndexOf(':'));
        return host + "|" + uri.getRawPath() + "|" + uri.getRawQuery();
    }

    private static boolean allowed(URI uri) {
        return switch (uri.getScheme()) {
            case "https" -> webAddress(uri);
            case "http" -> webAddress(uri) && Loopback.is(uri);
            default -> application(uri) && clean(uri);
        };
    }

    /** A private-use scheme, and not a host that somebody forgot to put {@code https://} in front of. */
    private static boolean application(URI uri) {
        return !DENIED_SCHEMES.contains(uri.getScheme())
                && !uri.getScheme().startsWith("ms-")
                && !(uri.isOpaque()
                        && Character.isDigit(uri.getSchemeSpecificPart().charAt(0)));
    }

    private static boolean webAddress(URI uri) {
        return uri.getHost() != null
                && !uri.getRawAuthority().contains("%")
                && !uri.getRawAuthority().endsWith(":")
                && uri.getPort() <= MAX_PORT
                && clean(uri);
    }

    private static boolean clean(URI uri) {
        var authority = uri.getRawAuthority();
        return (authority == null || authority.indexOf('@') < 0)
                && !DOT_SEGMENT.matcher(uri.getRawSchemeSpecificPart()).find()
                && parameterNames(uri).noneMatch(RESPONSE_PARAMETERS::contains);
    }

    /** As whoever reads the response will decode them: a percent sign hides nothing. */
    private static Stream<String> parameterNames(URI uri) {
        var text = uri.getSchemeSpecificPart();
        return Stream.of(text.substring(text.indexOf('?') + 1).split("[&;]")).map(pair -> pair.split("=", 2)[0]);
    }

    @Override
    public String toString() {
        return text;
    }
}
