package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.platform.page.PageException;
import jakarta.ws.rs.core.Response;

/** A refused authorization request that has no address to be answered at: the person is told, on a page. */
final class UnaddressedRefusal extends AuthorizationRefusal {
    private static final long serialVersionUID = 1L;

    private final String advice;

    /** The advice is for the person, the description for the developer of a client that pushed its request. */
    UnaddressedRefusal(OAuthError error, String clientId, String description, String advice) {
        this(error, clientId, description, advice, description);
    }

    /** The same with a reason that is for the administrator only. */
    UnaddressedRefusal(OAuthError error, String clientId, String description, String advice, String reason) {
        super(error, description, reason, clientId);
        this.advice = advice;
    }

    PageException page() {
        return new PageException(Response.Status.BAD_REQUEST, "This application cannot be connected", advice, told());
    }
}
