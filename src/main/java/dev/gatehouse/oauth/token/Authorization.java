package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.settings.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a client may do, and for whom: the origin of a family of tokens, which lives and dies as one. {@code userId} is
 * empty for a client that acts for nobody; {@code keyThumbprint} is of the key that must be proven at each use (RFC
 * 9449 §6).
 */
public record Authorization(
        String familyId,
        Optional<String> userId,
        String clientId,
        Set<Scope> scopes,
        String resource,
        Instant expiresAt,
        Optional<String> keyThumbprint) {

    /** The same authorization with fewer scopes, for one access token. */
    public Authorization narrowedTo(Set<Scope> fewer) {
        return new Authorization(familyId, userId, clientId, fewer, resource, expiresAt, keyThumbprint);
    }

    /** The same authorization for a token that is used through another client and no longer than that. */
    public Authorization delegatedTo(String otherClientId, Instant end) {
        return new Authorization(familyId, userId, otherClientId, scopes, resource, atMost(end), Optional.empty());
    }

    /** The same authorization for tokens that only the holder of that key can use. */
    public Authorization boundTo(Optional<String> thumbprint) {
        return new Authorization(familyId, userId, clientId, scopes, resource, expiresAt, thumbprint);
    }

    /** That instant, or the end of this authorization if it comes first: no token outlives it. */
    Instant atMost(Instant planned) {
        return planned.isBefore(expiresAt) ? planned : expiresAt;
    }

    /** Whether a token of it opens the MCP endpoint; one with no scope for that only tells about its person. */
    boolean forResource() {
        return scopes.stream().anyMatch(Scope::ofResource);
    }

    /** Whether everything asked for is among what was allowed. */
    public boolean covers(Set<Scope> asked) {
        return asked.stream().allMatch(scope -> scopes.stream().anyMatch(given -> given.contains(scope)));
    }
}
