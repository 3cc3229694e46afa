package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.code.AuthorizationCodes;
import dev.gatehouse.oauth.code.IssuedCode;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Tells the connection doctor why a code was not redeemed, whatever refused the request: the client's authentication
 * and its proof come before anybody looks at the code.
 */
@ApplicationScoped
class RefusedCodes {
    @Inject
    AuthorizationCodes codes;

    @Inject
    CurrentAttempt attempt;

    /** Writes the refusal to the attempt that led to the code; a code that nobody was given leaves nothing. */
    void trace(Parameters form, OAuthException refusal) {
        form.single("code").map(Secret::new).ifPresent(code -> {
            attempt.continuesGrant(AttemptStep.REDEEMED, () -> codes.find(code).map(IssuedCode::familyId));
            attempt.refused(refusal.told());
        });
    }
}
