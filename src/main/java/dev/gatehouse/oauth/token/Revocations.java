package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.platform.crypto.JwtClaims;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Ends what a token descends from for the client that owns it: its family, or a token that stands alone. */
@ApplicationScoped
class Revocations {
    @Inject
    RefreshTokens refreshTokens;

    @Inject
    AccessTokens accessTokens;

    @Inject
    TokenStanding standing;

    @Inject
    TokenFamilies families;

    @Inject
    FamilyRevocation revocation;

    @Transactional
    void revoke(Secret token, Client client) {
        refreshTokens
                .familyOf(token)
                .flatMap(families::living)
                .filter(authorization -> authorization.clientId().equals(client.id()))
                .ifPresentOrElse(
                        revocation::requested,
                        () -> accessTokens.genuine(token).ifPresent(claims -> revoke(claims, client)));
    }

    private void revoke(JwtClaims claims, Client client) {
        Optional<Authorization> owned = standing.of(claims)
                .filter(authorization -> authorization.clientId().equals(client.id()));
        owned.ifPresent(authorization -> {
            if (TokenStanding.alone(claims)) {
                revocation.requested(authorization, claims);
            } else {
                revocation.requested(authorization);
            }
        });
    }
}
