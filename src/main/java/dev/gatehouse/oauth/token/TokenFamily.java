package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.settings.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

@Entity
@Table(name = "oauth_grant")
@NamedQuery(
        name = "TokenFamily.revoke",
        query = "update TokenFamily f set f.revokedAt = :now where f.id = :id and f.revokedAt is null")
@NamedQuery(
        name = "TokenFamily.livingOf",
        query = "select f from TokenFamily f where f.userId = :user and f.revokedAt is null and f.expiresAt > :now"
                + " order by f.id")
class TokenFamily {
    @Id
    String id;

    @Column(name = "user_id")
    String userId;

    @Column(name = "client_id")
    String clientId;

    String scope;
    String resource;

    @Column(name = "authenticated_at")
    Instant authenticatedAt;

    @Column(name = "authentication_methods")
    String authenticationMethods;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "key_thumbprint")
    String keyThumbprint;

    @Column(name = "revoked_at")
    Instant revokedAt;

    protected TokenFamily() {}

    TokenFamily(Authorization authorization, Instant createdAt) {
        this.id = authorization.familyId();
        this.userId = authorization.userId().orElseThrow();
        this.clientId = authorization.clientId();
        this.scope = Scope.join(authorization.scopes());
        this.resource = authorization.resource();
        this.createdAt = createdAt;
        this.expiresAt = authorization.expiresAt();
        this.keyThumbprint = authorization.keyThumbprint().orElse(null);
    }

    void bindTo(String thumbprint) {
        this.keyThumbprint = thumbprint;
    }

    /** Keeps how the person signed in. */
    TokenFamily after(Authentication authentication) {
        this.authenticatedAt = authentication.time();
        this.authenticationMethods = String.join(" ", authentication.methods());
        return this;
    }

    Optional<Authentication> authentication() {
        return Optional.ofNullable(authenticatedAt)
                .map(time -> new Authentication(time, Set.of(authenticationMethods.split(" "))));
    }

    Authorization authorization() {
        return new Authorization(
                id,
                Optional.of(userId),
                clientId,
                Scope.known(scope),
                resource,
                expiresAt,
                Optional.ofNullable(keyThumbprint));
    }

    boolean living(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }
}
