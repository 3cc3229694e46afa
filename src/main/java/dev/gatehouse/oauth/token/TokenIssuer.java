package dev.gatehouse.oauth.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.oauth.client.Clients;
import dev.gatehouse.oauth.settings.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Issues tokens for an authorization, and records each issue with it. */
@ApplicationScoped
public class TokenIssuer {
    @Inject
    AccessTokens accessTokens;

    @Inject
    FamilySubjects subjects;

    @Inject
    Clients clients;

    @Inject
    AuditTrail audit;

    /** The tokens that a grant decided on. */
    @Transactional
    public TokenResponse issue(Issuance issuance) {
        var authorization = issuance.authorization();
        audit.record(
                AuditEvent.done(issuance.action(), subjects.of(authorization), Scope.join(authorization.scopes())));
        clients.tokenIssued(issuance.client());
        return TokenResponse.of(accessTokens.mint(issuance), issuance);
    }
}
