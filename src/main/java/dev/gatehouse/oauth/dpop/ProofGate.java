package dev.gatehouse.oauth.dpop;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.http.RequestInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * The proof of possession in a token request or a pushed request (RFC 9449 §5, §10.1): what it proves, or the refusal.
 */
@ApplicationScoped
public class ProofGate {
    @Inject
    DpopProofs proofs;

    @Inject
    DeploymentSettings deployment;

    @Inject
    RequestInfo request;

    /** The thumbprint of the proven key; empty where there is no proof. */
    public Optional<String> proven(HttpHeaders headers) {
        var presented = Optional.ofNullable(headers.getRequestHeader(DpopRequest.HEADER))
                .orElse(List.of());
        var check = proofs.check(new DpopRequest(presented, "POST", deployment.url(request.path()), Optional.empty()));
        return switch (check) {
            case DpopCheck.Proven(var thumbprint) -> Optional.of(thumbprint);
            case DpopCheck.Absent absent -> Optional.empty();
            case DpopCheck.Invalid(var why) -> throw OAuthException.of(OAuthError.INVALID_DPOP_PROOF, why);
            case DpopCheck.NonceNeeded(var nonce) ->
                throw OAuthException.of(OAuthError.USE_DPOP_NONCE, "make the proof again with this nonce")
                        .with(DpopRequest.NONCE_HEADER, nonce);
        };
    }

    /** The same for tokens; refuses a client without a proof that gave bearer tokens up by its registration. */
    public Optional<String> proven(Client client, HttpHeaders headers) {
        var thumbprint = proven(headers);
        if (thumbprint.isEmpty() && client.metadata().dpopBoundAccessTokens()) {
            throw OAuthException.of(
                    OAuthError.INVALID_DPOP_PROOF, "this client registered for DPoP-bound access tokens: send a proof");
        }
        return thumbprint;
    }
}
