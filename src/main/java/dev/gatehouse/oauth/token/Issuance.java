package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.platform.crypto.Secret;
import java.util.Map;
import java.util.Optional;

/**
 * What a grant decided to issue: an access token for an authorization, as narrow as this token shall be, maybe beside a
 * refresh token; {@code actor} is the {@code act} claim of a delegation (RFC 8693 §4.1).
 */
public record Issuance(
        Client client,
        Authorization authorization,
        Optional<Secret> refreshToken,
        Optional<Map<String, Object>> actor,
        OAuthAction action) {

    /** Of an access token alone. */
    public static Issuance of(Client client, Authorization authorization, OAuthAction action) {
        return new Issuance(client, authorization, Optional.empty(), Optional.empty(), action);
    }

    /** The same with a refresh token. */
    public Issuance with(Optional<Secret> refresh) {
        return new Issuance(client, authorization, refresh, actor, action);
    }

    /** The same for a client that acts on behalf of the authorization's subject. */
    public Issuance actingAs(Map<String, Object> act) {
        return new Issuance(client, authorization, refreshToken, Optional.of(act), action);
    }
}
