package dev.gatehouse.oauth.error;

/**
 * The registered error codes that we answer with (RFC 6749 §5.2 and §4.1.2.1, RFC 7591 §3.2.2, RFC 8707 §2, RFC 6750
 * §3.1, RFC 8628 §3.5, RFC 9470 §5, OpenID Connect Core §3.1.2.6) and their HTTP status.
 */
public enum OAuthError {
    INVALID_REQUEST("invalid_request", 400),
    INVALID_CLIENT("invalid_client", 401),
    INVALID_TOKEN("invalid_token", 401),
    INVALID_GRANT("invalid_grant", 400),
    UNAUTHORIZED_CLIENT("unauthorized_client", 400),
    UNSUPPORTED_GRANT_TYPE("unsupported_grant_type", 400),
    UNSUPPORTED_RESPONSE_TYPE("unsupported_response_type", 400),
    INVALID_SCOPE("invalid_scope", 400),
    INVALID_TARGET("invalid_target", 400),
    ACCESS_DENIED("access_denied", 403),
    INSUFFICIENT_SCOPE("insufficient_scope", 403),
    TEMPORARILY_UNAVAILABLE("temporarily_unavailable", 429),
    AUTHORIZATION_PENDING("authorization_pending", 400),
    SLOW_DOWN("slow_down", 400),
    EXPIRED_TOKEN("expired_token", 400),
    /** To a device; a browser is told {@link #ACCESS_DENIED} by redirect. */
    DECLINED("access_denied", 400),
    LOGIN_REQUIRED("login_required", 400),
    CONSENT_REQUIRED("consent_required", 400),
    INTERACTION_REQUIRED("interaction_required", 400),
    ACCOUNT_SELECTION_REQUIRED("account_selection_required", 400),
    UNMET_AUTHENTICATION_REQUIREMENTS("unmet_authentication_requirements", 400),
    REQUEST_NOT_SUPPORTED("request_not_supported", 400),
    REQUEST_URI_NOT_SUPPORTED("request_uri_not_supported", 400),
    INVALID_DPOP_PROOF("invalid_dpop_proof", 400),
    USE_DPOP_NONCE("use_dpop_nonce", 400),
    INVALID_REDIRECT_URI("invalid_redirect_uri", 400),
    INVALID_CLIENT_METADATA("invalid_client_metadata", 400);

    private final String code;
    private final int status;

    OAuthError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** Whether it only says to ask again later, so that nothing was refused that would be worth a record. */
    public boolean pending() {
        return this == AUTHORIZATION_PENDING || this == SLOW_DOWN;
    }

    /** The code on the wire. */
    public String code() {
        return code;
    }

    /** The HTTP status when it is answered directly rather than by redirect. */
    public int status() {
        return status;
    }
}
