package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.http.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * A token request (RFC 6749 §3.2) of an authenticated client; {@code keyThumbprint} is of the key whose possession it
 * proved (RFC 9449 §5).
 */
public record TokenRequest(Client client, Parameters form, Optional<String> keyThumbprint) {

    /** A parameter that the grant cannot do without. */
    public String required(String name) {
        return optional(name).orElseThrow(() -> OAuthException.of(OAuthError.INVALID_REQUEST, name + " is missing"));
    }

    /** A parameter that may be left out. */
    public Optional<String> optional(String name) {
        return form.single(name);
    }

    /** The resource indicators, the one parameter that may be repeated (RFC 8707 §2). */
    public List<String> resources() {
        return form.all("resource");
    }
}
