package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.code.AuthorizationCodes;
import dev.gatehouse.oauth.code.IssuedCode;
import dev.gatehouse.oauth.code.Pkce;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.token.TokenResponse;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The authorization code grant (RFC 6749 §4.1.3 with RFC 7636 and RFC 8707). */
@ApplicationScoped
class AuthorizationCodeGrant implements Grant {
    @Inject
    AuthorizationCodes codes;

    @Inject
    CodeExchange exchange;

    @Inject
    ProtectedResources resources;

    @Inject
    CurrentAttempt attempt;

    @Override
    public String grantType() {
        return "authorization_code";
    }

    @Override
    public TokenResponse grant(TokenRequest request) {
        var presented = new Secret(request.required("code"));
        var verifier = request.required("code_verifier");
        var code = codes.find(presented).orElseThrow(() -> unknown("no such code"));
        if (!code.clientId().equals(request.client().id())) {
            throw unknown(
                    "another client's code, presented by " + request.client().id());
        }
        attempt.continuesGrant(AttemptStep.REDEEMED, code.familyId());
        return redeem(code, verifier, request);
    }

    private static OAuthException unknown(String reason) {
        return refuse("this code is not valid", reason);
    }

    private TokenResponse redeem(IssuedCode code, String verifier, TokenRequest request) {
        requireSameRedirectUri(code, request);
        requireSameResource(request);
        Pkce.verify(verifier, code.codeChallenge());
        requireSameKey(code, request);

        // Last, so that only a caller who has proven possession can use the code up (RFC 6749 §10.5).
        return switch (exchange.exchange(code, request)) {
            case CodeExchange.Exchanged(var tokens) -> tokens;
            case CodeExchange.Replayed(var familyId) ->
                throw refuse(
                        "this code has been used before; everything it gave has been revoked", "family " + familyId);
            case CodeExchange.Expired expired -> throw refuse("this code has expired", "expired");
            case CodeExchange.Ended ended ->
                throw refuse("this authorization has ended", "family revoked or person inactive");
        };
    }

    /** RFC 6749 §4.1.3: identical to the authorization request's, and absent if it was absent there. */
    private static void requireSameRedirectUri(IssuedCode code, TokenRequest request) {
        if (!request.optional("redirect_uri").orElse("").equals(code.redirectUri())) {
            throw OAuthException.of(OAuthError.INVALID_GRANT, "redirect_uri differs from the authorization request");
        }
    }

    /** RFC 9449 §10: by the key that the authorization request named, if it named one. */
    private static void requireSameKey(IssuedCode code, TokenRequest request) {
        if (code.keyThumbprint().isPresent() && !code.keyThumbprint().equals(request.keyThumbprint())) {
            throw OAuthException.of(OAuthError.INVALID_GRANT, "this code needs a proof by the key in dpop_jkt");
        }
    }

    private void requireSameResource(TokenRequest request) {
        if (!request.resources().stream().allMatch(resources::known)) {
            throw OAuthException.of(OAuthError.INVALID_TARGET, "resource was not part of the authorization");
        }
    }

    private static OAuthException refuse(String description, String reason) {
        return OAuthException.because(OAuthError.INVALID_GRANT, description, reason);
    }
}
