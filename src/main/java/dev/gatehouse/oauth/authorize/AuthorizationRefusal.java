package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;

/**
 * A refused authorization request. Whether it came through the browser or was pushed, the check is one; who is told
 * differs.
 */
abstract sealed class AuthorizationRefusal extends RuntimeException permits UnaddressedRefusal, RedirectedRefusal {
    private static final long serialVersionUID = 1L;

    private final OAuthError error;
    private final String description;
    private final String clientId;

    AuthorizationRefusal(OAuthError error, String description, String reason, String clientId) {
        super(reason);
        this.error = error;
        this.description = description;
        this.clientId = clientId;
    }

    /** The same refusal for a client that pushed its request and is answered directly (RFC 9126 §2.3). */
    OAuthException direct() {
        return OAuthException.because(error, description, getMessage()).to(clientId);
    }

    OAuthError error() {
        return error;
    }

    String description() {
        return description;
    }

    /** What the administrator reads: the code, and all that we know. */
    String told() {
        return error.code() + ": " + getMessage();
    }

    /** The client that it is about, as the request named it; empty when it named none. */
    String clientId() {
        return clientId;
    }
}
