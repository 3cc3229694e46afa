package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.Authorization;
import dev.gatehouse.oauth.token.FamilyRevocation;
import dev.gatehouse.oauth.token.RefreshTokens;
import dev.gatehouse.oauth.token.Rotation;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Judges a refresh token and rotates it, in one transaction. */
@ApplicationScoped
class RefreshExchange {
    sealed interface Outcome {}

    /** The token that replaces the presented one, and what the access token beside it is to be for. */
    record Rotated(Secret successor, Authorization authorization) implements Outcome {}

    record Refused(OAuthError error, String description, String reason) implements Outcome {}

    @Inject
    RefreshTokens refreshTokens;

    @Inject
    FamilyRevocation revocation;

    @Transactional
    Outcome exchange(Secret presented, TokenRequest request) {
        var authorization =
                refreshTokens.authorization(presented, request.client().id());
        if (authorization.isEmpty()) {
            return refused(
                    "this refresh token is not valid",
                    "unknown, another client's, its family has ended, or its person is inactive");
        }
        var bound = authorization.get().keyThumbprint();
        if (bound.isPresent() && !bound.equals(request.keyThumbprint())) {
            return new Refused(
                    OAuthError.INVALID_DPOP_PROOF,
                    "this refresh token needs a proof by the key that it was issued to",
                    "proven " + request.keyThumbprint().orElse("nothing"));
        }
        // Before rotation, so that a refused scope costs nobody a token.
        var scope = request.optional("scope");
        var scopes = scope.map(Scope::known).orElse(authorization.get().scopes());
        if (!Scope.open(scopes) || !authorization.get().covers(scopes)) {
            return new Refused(OAuthError.INVALID_SCOPE, "scope exceeds what was granted", "scope " + scope.orElse(""));
        }
        return rotate(presented, authorization.get(), scopes, request);
    }

    private Outcome rotate(Secret presented, Authorization authorization, Set<Scope> scopes, TokenRequest request) {
        return switch (refreshTokens.rotate(presented, authorization)) {
            case Rotation.Rotated(var successor) ->
                new Rotated(successor, authorization.narrowedTo(scopes).boundTo(request.keyThumbprint()));
            case Rotation.Expired expired -> refused("this refresh token has expired", "expired");
            case Rotation.Reused reused -> reused(authorization);
        };
    }

    private Outcome reused(Authorization authorization) {
        revocation.reused(OAuthAction.REFRESH_TOKEN_REUSED, authorization.familyId(), authorization.clientId());
        return refused(
                "this refresh token has been used before; everything it gave has been revoked",
                "family " + authorization.familyId());
    }

    private static Outcome refused(String description, String reason) {
        return new Refused(OAuthError.INVALID_GRANT, description, reason);
    }
}
