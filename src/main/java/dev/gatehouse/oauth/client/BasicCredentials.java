package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.crypto.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** HTTP Basic as RFC 6749 §2.3.1 wants it: both halves form-encoded before they are joined. */
record BasicCredentials(String userId, Secret password) {
    private static final String SCHEME = "basic ";

    static Optional<BasicCredentials> parse(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            var decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            var pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon <= 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(
                            decode(pair.substring(0, colon)), new Secret(decode(pair.substring(colon + 1)))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decode(String encoded) {
        var text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        if (text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("NUL");
        }
        return text;
    }
}
