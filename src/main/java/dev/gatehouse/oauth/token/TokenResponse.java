package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.Secret;

/**
 * The token response (RFC 6749 §5.1, RFC 8693 §2.2.1, OpenID Connect Core §3.1.3.3). {@code expiresIn} is in seconds.
 */
public record TokenResponse(
        String accessToken,
        String issuedTokenType,
        String tokenType,
        Long expiresIn,
        String refreshToken,
        String idToken,
        String scope) {
    private static final String ACCESS_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token";

    static TokenResponse of(MintedToken minted, Issuance issuance) {
        var authorization = issuance.authorization();
        return new TokenResponse(
                minted.token().reveal(),
                issuance.actor().map(delegation -> ACCESS_TOKEN_TYPE).orElse(null),
                authorization.keyThumbprint().isPresent() ? "DPoP" : "Bearer",
                minted.lifetime().toSeconds(),
                issuance.refreshToken().map(Secret::reveal).orElse(null),
                null,
                Scope.join(authorization.scopes()));
    }

    TokenResponse with(Secret id) {
        return new TokenResponse(accessToken, issuedTokenType, tokenType, expiresIn, refreshToken, id.reveal(), scope);
    }

    @Override
    public String toString() {
        return "TokenResponse[" + scope + "]";
    }
}
