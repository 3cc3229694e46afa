package dev.gatehouse.identity.apikey;

import dev.gatehouse.identity.role.Permission;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@Entity
@Table(name = "identity_api_key")
class ApiKey {
    @Id
    @Column(name = "lookup_id")
    String lookupId;

    @Column(name = "key_hash")
    String keyHash;

    String name;

    @Column(name = "organization_id")
    String organizationId;

    @Column(name = "issuer_id")
    String issuerId;

    String permissions;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    protected ApiKey() {}

    ApiKey(ApiKeyFormat key, NewApiKey order, Instant createdAt) {
        this.lookupId = key.lookupId();
        this.keyHash = key.whole().hash();
        this.name = order.name();
        this.organizationId = order.organizationId();
        this.issuerId = order.issuerId();
        this.permissions =
                order.permissions().stream().map(Permission::wireName).collect(Collectors.joining(" "));
        this.createdAt = createdAt;
        this.expiresAt = order.expiresAt().orElse(null);
    }

    boolean revoked() {
        return revokedAt != null;
    }

    VerifiedApiKey verified() {
        return new VerifiedApiKey(lookupId, name, organizationId, issuerId, granted(), Optional.ofNullable(expiresAt));
    }

    private Set<Permission> granted() {
        var granted = EnumSet.noneOf(Permission.class);
        for (var wireName : permissions.split(" ")) {
            Permission.named(wireName).ifPresent(granted::add);
        }
        return granted;
    }
}
