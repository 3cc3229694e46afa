package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.Secret;
import java.util.Optional;

/** The token response (RFC 6749 §5.1). {@code expiresIn} is in seconds. */
public record TokenResponse(String accessToken, String tokenType, Long expiresIn, String refreshToken, String scope) {

    static TokenResponse bearer(Secret access, long expiresIn, Optional<Secret> refresh, Authorization authorization) {
        return new TokenResponse(
                access.reveal(),
                "Bearer",
                expiresIn,
                refresh.map(Secret::reveal).orElse(null),
                Scope.join(authorization.scopes()));
    }

    @Override
    public String toString() {
        return "TokenResponse[" + scope + "]";
    }
}
