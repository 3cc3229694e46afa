package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.token.Authorization;
import dev.gatehouse.oauth.token.IdTokens;
import dev.gatehouse.oauth.token.Issuance;
import dev.gatehouse.oauth.token.TokenIssuer;
import dev.gatehouse.oauth.token.TokenResponse;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The refresh token grant (RFC 6749 §6) with rotation. */
@ApplicationScoped
class RefreshTokenGrant implements Grant {
    static final String TYPE = "refresh_token";

    @Inject
    RefreshExchange exchange;

    @Inject
    TokenIssuer tokens;

    @Inject
    IdTokens idTokens;

    @Inject
    ProtectedResources resources;

    @Override
    public String grantType() {
        return TYPE;
    }

    @Override
    public TokenResponse grant(TokenRequest request) {
        var presented = new Secret(request.required("refresh_token"));
        if (!request.resources().stream().allMatch(resources::known)) {
            throw OAuthException.of(OAuthError.INVALID_TARGET, "resource was not part of the authorization");
        }
        return switch (exchange.exchange(presented, request)) {
            case RefreshExchange.Rotated(var successor, var authorization) -> issue(successor, authorization, request);
            case RefreshExchange.Refused(var error, var description, var reason) ->
                throw OAuthException.because(error, description, reason);
        };
    }

    /**
     * After the rotation, so that nobody waits for a signature with a row held. Whoever does not get this answer asks
     * again with the same token, and gets the same successor.
     */
    private TokenResponse issue(Secret successor, Authorization authorization, TokenRequest request) {
        var issued = tokens.issue(Issuance.of(request.client(), authorization, OAuthAction.TOKEN_REFRESHED)
                .with(Optional.of(successor)));
        return idTokens.beside(issued, authorization, Optional.empty());
    }
}
