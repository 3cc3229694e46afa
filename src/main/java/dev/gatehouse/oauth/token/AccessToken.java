package dev.gatehouse.oauth.token;

import dev.gatehouse.platform.crypto.JwtClaims;
import java.time.Instant;
import java.util.Map;

/**
 * A verified access token: the authorization that it descends from, with the scopes of this token, and its claims as
 * signed.
 */
public record AccessToken(Authorization authorization, Map<String, Object> claims, String compact) {

    /** When it ends. */
    public Instant expiresAt() {
        return new JwtClaims(claims).instant("exp").orElseThrow();
    }

    @Override
    public String toString() {
        return "AccessToken[" + authorization.familyId() + "]";
    }
}
