package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.dpop.DpopCheck;
import dev.gatehouse.oauth.dpop.DpopProofs;
import dev.gatehouse.oauth.dpop.DpopRequest;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.http.RequestInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** The proof of possession in a token request (RFC 9449 §5): what it proves, or the refusal. */
@ApplicationScoped
class ProofGate {
    @Inject
    DpopProofs proofs;

    @Inject
    DeploymentSettings deployment;

    @Inject
    RequestInfo request;

    /**
     * The thumbprint of the proven key; empty for a bearer token, which a client may have given up by its registration.
     */
    Optional<String> thumbprint(Client client, HttpHeaders headers) {
        var presented = Optional.ofNullable(headers.getRequestHeader(DpopRequest.HEADER))
                .orElse(List.of());
        var check = proofs.check(new DpopRequest(presented, "POST", deployment.url(request.path()), Optional.empty()));
        return switch (check) {
            case DpopCheck.Proven(var thumbprint) -> Optional.of(thumbprint);
            case DpopCheck.Absent absent -> bearer(client);
            case DpopCheck.Invalid(var why) -> throw OAuthException.of(OAuthError.INVALID_DPOP_PROOF, why);
            case DpopCheck.NonceNeeded(var nonce) ->
                throw OAuthException.of(OAuthError.USE_DPOP_NONCE, "make the proof again with this nonce")
                        .with(DpopRequest.NONCE_HEADER, nonce);
        };
    }

    private static Optional<String> bearer(Client client) {
        if (client.metadata().dpopBoundAccessTokens()) {
            throw OAuthException.of(
                    OAuthError.INVALID_DPOP_PROOF, "this client registered for DPoP-bound access tokens: send a proof");
        }
        return Optional.empty();
    }
}
