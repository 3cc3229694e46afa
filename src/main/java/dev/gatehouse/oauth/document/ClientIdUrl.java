package dev.gatehouse.oauth.document;

import dev.gatehouse.platform.config.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A client id that is the URL of the client's own description (draft-ietf-oauth-client-id-metadata-document §3), in the
 * only form in which that URL may be written: ids are compared letter by letter.
 */
record ClientIdUrl(URI uri) {
    private static final int MAX_LENGTH = 500;
    private static final int MAX_PORT = 65_535;
    private static final Pattern WRITTEN = Pattern.compile(
            "https?://[a-z0-9.:\\[\\]-]+/[A-Za-z0-9._~:/@!$&'()*+,;=%-]*(\\?[A-Za-z0-9._~:/?@!$&'()*+,;=%-]*)?");
    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)/(\\.|%2e){1,2}(/|$)");
    private static final Pattern ENCODED_DELIMITER = Pattern.compile("(?i)%(2f|5c|0[0-9a-f]|1[0-9a-f]|7f)");

    /** The URL, if an id is one; with http on loopback, where that is allowed. */
    static Optional<ClientIdUrl> parse(String clientId, boolean allowLoopback) {
        if (clientId.length() > MAX_LENGTH || !WRITTEN.matcher(clientId).matches()) {
            return Optional.empty();
        }
        try {
            var uri = new URI(clientId);
            return scheme(uri, allowLoopback) && authority(uri) && path(uri)
                    ? Optional.of(new ClientIdUrl(uri))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether an id can be nothing but the URL of a document; ids that we give out never look like that. */
    static boolean claimed(String clientId) {
        return clientId.startsWith("https://") || clientId.startsWith("http://");
    }

    /** The host, for policy and for people. */
    String host() {
        return uri.getHost();
    }

    private static boolean scheme(URI uri, boolean allowLoopback) {
        return uri.getScheme().equals("https") || (allowLoopback && Loopback.is(uri));
    }

    /** Neither user information, nor a default port, nor a port in another spelling. */
    private static boolean authority(URI uri) {
        if (uri.getHost() == null || uri.getHost().endsWith(".") || uri.getPort() > MAX_PORT) {
            return false;
        }
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getPort() != usual && uri.getRawAuthority().equals(uri.getHost() + port);
    }

    private static boolean path(URI uri) {
        return !DOT_SEGMENT.matcher(uri.getRawPath()).find()
                && !ENCODED_DELIMITER.matcher(uri.getRawPath()).find();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
