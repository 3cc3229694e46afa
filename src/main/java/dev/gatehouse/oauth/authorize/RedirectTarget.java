package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.client.RedirectUri;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.platform.crypto.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A redirect URI that has been checked against its client: the only thing that an authorization response can be sent
 * to.
 */
record RedirectTarget(RedirectUri uri, Optional<String> state, String issuer) {

    /** The successful response (RFC 6749 §4.1.2, RFC 9207 §2). */
    String withCode(Secret code) {
        return response("code=" + encode(code.reveal()));
    }

    /** The refusal (RFC 6749 §4.1.2.1, RFC 9207 §2). */
    String withError(OAuthError error, String description) {
        return response("error=" + error.code() + "&error_description=" + encode(description));
    }

    private String response(String parameters) {
        var separator = uri.text().contains("?") ? "&" : "?";
        return uri.text()
                + separator
                + parameters
                + state.map(value -> "&state=" + encode(value)).orElse("")
                + "&iss="
                + encode(issuer);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
