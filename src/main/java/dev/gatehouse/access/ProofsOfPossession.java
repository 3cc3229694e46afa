package dev.gatehouse.access;

import dev.gatehouse.oauth.dpop.DpopCheck;
import dev.gatehouse.oauth.dpop.DpopProofs;
import dev.gatehouse.oauth.dpop.DpopRequest;
import dev.gatehouse.oauth.token.AccessToken;
import dev.gatehouse.oauth.token.AccessTokens;
import dev.gatehouse.oauth.token.FamilySubjects;
import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.http.RequestInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Whether a token comes in the way that it was issued for: bound to a key with its proof, else as bearer token (RFC
 * 9449 §7).
 */
@ApplicationScoped
class ProofsOfPossession {
    @Inject
    DpopProofs proofs;

    @Inject
    AccessTokens tokens;

    @Inject
    FamilySubjects subjects;

    @Inject
    DeploymentSettings deployment;

    @Inject
    RequestInfo request;

    /**
     * What the proof beside a token proves, which uses it up; empty for a credential that needs none, and for a token
     * that is none of ours, so that strangers use up nothing.
     */
    Optional<DpopCheck> prove(PresentedCredential presented, String method) {
        return presented instanceof PresentedCredential.DpopToken(var token, var headers) && tokens.signed(token)
                ? Optional.of(proofs.check(
                        new DpopRequest(headers, method, deployment.url(request.path()), Optional.of(token))))
                : Optional.empty();
    }

    /** The refusal; empty when the token may be used. */
    Optional<Recognition> check(AccessToken token, PresentedToken presented) {
        var key = token.authorization().keyThumbprint();
        if (presented.proof().isEmpty()) {
            return key.map(bound -> refused(
                    token, "This access token is bound to a key: send it as 'Authorization: DPoP ...' with a proof."));
        }
        if (key.isEmpty()) {
            return Optional.of(refused(token, "This access token is not bound to a key: send it as Bearer token."));
        }
        return switch (presented.proof().get()) {
            case DpopCheck.Proven(var thumbprint) ->
                thumbprint.equals(key.get())
                        ? Optional.empty()
                        : Optional.of(refused(token, "The proof is by another key than the token's."));
            case DpopCheck.Absent absent -> Optional.of(badProof(token, "The DPoP header with the proof is missing."));
            case DpopCheck.Invalid(var why) -> Optional.of(badProof(token, "The proof is not valid: " + why + "."));
            case DpopCheck.NonceNeeded(var nonce) ->
                Optional.of(new Recognition.Refused(
                        AccessRefusal.Kind.NONCE_NEEDED,
                        subjects.of(token.authorization()),
                        "Make the proof again with the nonce in DPoP-Nonce.",
                        Optional.of(nonce)));
        };
    }

    private Recognition refused(AccessToken token, String detail) {
        return Recognition.invalid(subjects.of(token.authorization()), detail);
    }

    private Recognition badProof(AccessToken token, String detail) {
        return new Recognition.Refused(
                AccessRefusal.Kind.INVALID_PROOF, subjects.of(token.authorization()), detail, Optional.empty());
    }
}
