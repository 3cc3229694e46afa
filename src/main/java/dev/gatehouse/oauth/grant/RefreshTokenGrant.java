package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.token.TokenResponse;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The refresh token grant (RFC 6749 §6) with rotation. */
@ApplicationScoped
class RefreshTokenGrant implements Grant {
    static final String TYPE = "refresh_token";

    @Inject
    RefreshExchange exchange;

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
            case RefreshExchange.Exchanged(var tokens) -> tokens;
            case RefreshExchange.Refused(var error, var description, var reason) ->
                throw OAuthException.because(error, description, reason);
        };
    }
}
