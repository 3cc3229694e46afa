package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.error.OAuthError;

/** A refused authorization request that the client may be told of, because its redirect URI has been checked. */
class RedirectedRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RedirectTarget target;
    private final OAuthError error;
    private final String clientId;

    RedirectedRefusal(RedirectTarget target, String clientId, OAuthError error, String description) {
        super(description);
        this.target = target;
        this.clientId = clientId;
        this.error = error;
    }

    String location() {
        return target.withError(error, getMessage());
    }

    String clientId() {
        return clientId;
    }

    OAuthError error() {
        return error;
    }
}
