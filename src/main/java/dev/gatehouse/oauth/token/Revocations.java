package dev.gatehouse.oauth.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Ends the family of a token for the client that owns it, and records it. */
@ApplicationScoped
class Revocations {
    @Inject
    RefreshTokens refreshTokens;

    @Inject
    AccessTokens accessTokens;

    @Inject
    TokenFamilies families;

    @Inject
    AuditTrail audit;

    @Transactional
    void revoke(Secret token, Client client) {
        refreshTokens
                .familyOf(token)
                .or(() -> accessTokens.familyOf(token))
                .flatMap(families::living)
                .filter(authorization -> authorization.clientId().equals(client.id()))
                .filter(authorization -> families.revoke(authorization.familyId()))
                .ifPresent(authorization -> audit.record(AuditEvent.done(
                        OAuthAction.GRANT_REVOKED,
                        AuditSubject.person(authorization.userId(), "")
                                .through(client.id())
                                .by("oauth_client"),
                        authorization.familyId())));
    }
}
