package dev.gatehouse.identity.apikey;

import dev.gatehouse.identity.role.Permission;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a key is to be: its name for people, where it acts, who answers for it, what it may do at most, and until when.
 */
public record NewApiKey(
        String name,
        String organizationId,
        String issuerId,
        Set<Permission> permissions,
        Optional<Instant> expiresAt) {}
