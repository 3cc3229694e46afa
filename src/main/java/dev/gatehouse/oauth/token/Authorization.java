package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.settings.Scope;
import java.time.Instant;
import java.util.Set;

/** What a person allowed a client: the origin of a family of tokens, which lives and dies as one. */
public record Authorization(
        String familyId, String userId, String clientId, Set<Scope> scopes, String resource, Instant expiresAt) {

    /** The same authorization with fewer scopes, for one access token. */
    Authorization narrowedTo(Set<Scope> fewer) {
        return new Authorization(familyId, userId, clientId, fewer, resource, expiresAt);
    }

    /** That instant, or the end of this authorization if it comes first: no token outlives it. */
    Instant atMost(Instant planned) {
        return planned.isBefore(expiresAt) ? planned : expiresAt;
    }

    /** Whether everything asked for is among what was allowed. */
    public boolean covers(Set<Scope> asked) {
        return asked.stream().allMatch(scope -> scopes.stream().anyMatch(given -> given.contains(scope)));
    }
}
