package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.error.OAuthError;

/** A refused authorization request that the client may be told of, because its redirect URI has been checked. */
final class RedirectedRefusal extends AuthorizationRefusal {
    private static final long serialVersionUID = 1L;

    private final transient RedirectTarget target;

    RedirectedRefusal(RedirectTarget target, String clientId, OAuthError error, String description) {
        super(error, description, description, clientId);
        this.target = target;
    }

    String location() {
        return target.withError(error(), description());
    }
}
