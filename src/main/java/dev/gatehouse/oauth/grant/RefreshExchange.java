package dev.gatehouse.oauth.grant;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.Authorization;
import dev.gatehouse.oauth.token.RefreshTokens;
import dev.gatehouse.oauth.token.Rotation;
import dev.gatehouse.oauth.token.TokenIssuer;
import dev.gatehouse.oauth.token.TokenResponse;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;

/** Rotates a refresh token and issues an access token in one transaction. */
@ApplicationScoped
class RefreshExchange {
    sealed interface Outcome {}

    record Exchanged(TokenResponse tokens) implements Outcome {}

    record Refused(OAuthError error, String description, String reason) implements Outcome {}

    @Inject
    RefreshTokens refreshTokens;

    @Inject
    TokenIssuer tokens;

    @Inject
    Users users;

    @Inject
    AuditTrail audit;

    @Transactional
    Outcome exchange(Secret presented, Client client, Optional<String> scope) {
        var authorization = refreshTokens.authorization(presented, client.id());
        if (authorization.isEmpty()) {
            return refused("this refresh token is not valid", "unknown, another client's, or its family has ended");
        }
        // Before rotation, so that a refused scope costs nobody a token.
        var scopes = scope.map(Scope::known).orElse(authorization.get().scopes());
        if (scopes.isEmpty() || !authorization.get().covers(scopes)) {
            return new Refused(OAuthError.INVALID_SCOPE, "scope exceeds what was granted", "scope " + scope.orElse(""));
        }
        if (users.byId(authorization.get().userId()).isEmpty()) {
            return refused("this authorization has ended", "person inactive");
        }
        return rotate(presented, client, scopes);
    }

    private Outcome rotate(Secret presented, Client client, Set<Scope> scopes) {
        return switch (refreshTokens.rotate(presented, client.id())) {
            case Rotation.Rotated(var successor, var authorization) -> issue(successor, authorization, scopes);
            case Rotation.Unknown unknown -> refused("this refresh token is not valid", "family ended meanwhile");
            case Rotation.Expired expired -> refused("this refresh token has expired", "expired");
            case Rotation.Reused(var familyId) -> reused(familyId, client);
        };
    }

    private Outcome issue(Secret successor, Authorization authorization, Set<Scope> scopes) {
        var person = users.byId(authorization.userId()).orElseThrow();
        return new Exchanged(
                tokens.issue(authorization, person, scopes, Optional.of(successor), OAuthAction.TOKEN_REFRESHED));
    }

    private Outcome reused(String familyId, Client client) {
        audit.record(AuditEvent.refused(
                OAuthAction.REFRESH_TOKEN_REUSED,
                AuditSubject.anonymous().through(client.id()),
                familyId,
                "an old refresh token came back; the authorization and all its tokens were revoked"));
        return refused(
                "this refresh token has been used before; everything it gave has been revoked", "family " + familyId);
    }

    private static Outcome refused(String description, String reason) {
        return new Refused(OAuthError.INVALID_GRANT, description, reason);
    }
}
