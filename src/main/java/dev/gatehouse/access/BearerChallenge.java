package dev.gatehouse.access;

/** The {@code WWW-Authenticate} header of a 401 (RFC 6750 §3, RFC 9728 §5.1). */
record BearerChallenge(String resourceMetadata, String scope, boolean invalidToken) {

    @Override
    public String toString() {
        return "Bearer "
                + (invalidToken ? "error=\"invalid_token\", error_description=\"The credential is not valid\", " : "")
                + "resource_metadata=\"" + resourceMetadata + "\", scope=\"" + scope + "\"";
    }
}
