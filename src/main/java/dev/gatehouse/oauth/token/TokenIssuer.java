package dev.gatehouse.oauth.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.oauth.settings.OAuthSettings;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;

/** Issues tokens for an authorization, and records each issue with it. */
@ApplicationScoped
public class TokenIssuer {
    @Inject
    AccessTokens accessTokens;

    @Inject
    FamilySubjects subjects;

    @Inject
    OAuthSettings settings;

    @Inject
    AuditTrail audit;

    /** An access token with those scopes, beside a refresh token if there is one. */
    @Transactional
    public TokenResponse issue(
            Authorization authorization, Set<Scope> scopes, Optional<Secret> refresh, OAuthAction action) {
        var narrowed = authorization.narrowedTo(scopes);
        audit.record(AuditEvent.done(
                action, subjects.of(authorization.familyId(), authorization.clientId()), Scope.join(scopes)));
        return TokenResponse.bearer(
                accessTokens.mint(narrowed), settings.accessTokenLifetime().toSeconds(), refresh, narrowed);
    }
}
