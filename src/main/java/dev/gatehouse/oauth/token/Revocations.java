package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Ends the family of a token for the client that owns it. */
@ApplicationScoped
class Revocations {
    @Inject
    RefreshTokens refreshTokens;

    @Inject
    AccessTokens accessTokens;

    @Inject
    TokenFamilies families;

    @Inject
    FamilyRevocation revocation;

    @Transactional
    void revoke(Secret token, Client client) {
        refreshTokens
                .familyOf(token)
                .or(() -> accessTokens.familyOf(token))
                .flatMap(families::living)
                .filter(authorization -> authorization.clientId().equals(client.id()))
                .ifPresent(revocation::requested);
    }
}
