package dev.gatehouse.identity.apikey;

import dev.gatehouse.identity.role.Permission;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A genuine key: its permissions are an upper bound, to be intersected with those that its issuer has now. */
public record VerifiedApiKey(
        String id,
        String name,
        String organizationId,
        String issuerId,
        Set<Permission> permissions,
        Optional<Instant> expiresAt) {
    /** Whether its time is over. */
    public boolean expired(Instant now) {
        return expiresAt.filter(end -> !end.isAfter(now)).isPresent();
    }
}
