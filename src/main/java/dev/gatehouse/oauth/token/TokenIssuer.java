package dev.gatehouse.oauth.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.oauth.client.ClientUses;
import dev.gatehouse.oauth.settings.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Issues tokens for an authorization, and records each issue with it. */
@ApplicationScoped
public class TokenIssuer {
    @Inject
    AccessTokens accessTokens;

    @Inject
    FamilySubjects subjects;

    @Inject
    ClientUses uses;

    @Inject
    AuditTrail audit;

    /** The tokens that a grant decided on, within its transaction if it has one. */
    public TokenResponse issue(Issuance issuance) {
        var authorization = issuance.authorization();
        var tokens = TokenResponse.of(accessTokens.mint(issuance), issuance);
        uses.tokenIssued(issuance.client());
        audit.record(
                AuditEvent.done(issuance.action(), subjects.of(authorization), Scope.join(authorization.scopes())));
        return tokens;
    }
}
