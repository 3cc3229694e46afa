package dev.gatehouse.oauth.token;

import java.util.Map;

/**
 * A verified access token: the authorization that it descends from, with the scopes of this token, and its claims as
 * signed.
 */
public record AccessToken(Authorization authorization, Map<String, Object> claims, String compact) {

    @Override
    public String toString() {
        return "AccessToken[" + authorization.familyId() + "]";
    }
}
