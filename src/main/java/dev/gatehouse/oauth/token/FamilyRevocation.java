package dev.gatehouse.oauth.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditOutcome;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.platform.crypto.JwtClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Ends families of tokens and records why. */
@ApplicationScoped
public class FamilyRevocation {
    @Inject
    TokenFamilies families;

    @Inject
    RevokedTokens revoked;

    @Inject
    FamilySubjects subjects;

    @Inject
    AuditTrail audit;

    /** Ends a family at the wish of its client; again is no event. */
    @Transactional
    void requested(Authorization authorization) {
        if (families.revoke(authorization.familyId())) {
            var subject = subjects.of(authorization.familyId(), authorization.clientId());
            audit.record(AuditEvent.done(OAuthAction.GRANT_REVOKED, subject, authorization.familyId()));
        }
    }

    /** Ends a family because its person has a new password. */
    @Transactional
    void passwordReplaced(Authorization authorization) {
        if (families.revoke(authorization.familyId())) {
            audit.record(new AuditEvent(
                    OAuthAction.GRANT_REVOKED,
                    AuditOutcome.SUCCESS,
                    subjects.of(authorization),
                    authorization.familyId(),
                    "the person has a new password"));
        }
    }

    /** Ends one token that stands alone, at the wish of its client. */
    @Transactional
    void requested(Authorization authorization, JwtClaims claims) {
        if (revoked.add(claims)) {
            audit.record(AuditEvent.done(
                    OAuthAction.TOKEN_REVOKED,
                    subjects.of(authorization),
                    claims.string("jti").orElse("")));
        }
    }

    /** Ends a family of which somebody used a spent code or refresh token; every such use is an event. */
    @Transactional
    public void reused(OAuthAction what, String familyId, String clientId) {
        families.revoke(familyId);
        audit.record(AuditEvent.refused(
                what, subjects.of(familyId, clientId), familyId, "the authorization and all its tokens were revoked"));
    }
}
