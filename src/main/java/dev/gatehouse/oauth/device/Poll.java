package dev.gatehouse.oauth.device;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.token.TokenResponse;

/** What a device gets when it asks (RFC 8628 §3.5). */
sealed interface Poll {
    /** Its tokens, once. */
    record Issued(TokenResponse tokens) implements Poll {}

    /** Nothing yet, or nothing ever; the reason is for the administrator. */
    record Refused(OAuthError error, String description, String reason) implements Poll {
        Refused(OAuthError error, String description) {
            this(error, description, description);
        }
    }
}
