package dev.gatehouse.access;

import java.util.Map;

/** The {@code WWW-Authenticate} header of a 401 or 403 (RFC 6750 §3, RFC 9728 §5.1); {@code error} may be empty. */
record BearerChallenge(String resourceMetadata, String scope, String error) {
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "invalid_token", "The credential is not valid",
            "insufficient_scope", "The access token lacks a scope that this needs");

    @Override
    public String toString() {
        return "Bearer "
                + (error.isEmpty()
                        ? ""
                        : "error=\"" + error + "\", error_description=\"" + DESCRIPTIONS.get(error) + "\", ")
                + "resource_metadata=\"" + resourceMetadata + "\", scope=\"" + scope + "\"";
    }
}
