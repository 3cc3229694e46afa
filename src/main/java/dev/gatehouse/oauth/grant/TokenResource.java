package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.ClientAuthentication;
import dev.gatehouse.oauth.client.OAuthForm;
import dev.gatehouse.oauth.dpop.ProofGate;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.token.TokenResponse;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The token endpoint (RFC 6749 §3.2). */
@Path("/oauth/token")
@ApplicationScoped
public class TokenResource {
    @Inject
    Grants grants;

    @Inject
    ClientAuthentication authentication;

    @Inject
    ProofGate proof;

    @Inject
    RefusedCodes refusedCodes;

    /** Answers a token request in the form encoding of RFC 6749 §4.1.3, or refuses it with the code of §5.2. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public TokenResponse token(byte[] body, @Context HttpHeaders headers) {
        var form = OAuthForm.read(body, headers);
        try {
            return token(form, headers);
        } catch (OAuthException refusal) {
            refusedCodes.trace(form, refusal);
            throw refusal;
        }
    }

    private TokenResponse token(Parameters form, HttpHeaders headers) {
        var type = form.single("grant_type")
                .orElseThrow(() -> OAuthException.of(OAuthError.INVALID_REQUEST, "grant_type is missing"));
        var grant = grants.named(type)
                .orElseThrow(() -> OAuthException.of(
                        OAuthError.UNSUPPORTED_GRANT_TYPE,
                        "grant_type must be one of " + String.join(", ", grants.supported())));
        return grant(grant, authentication.authenticate(headers, form), form, headers);
    }

    private TokenResponse grant(Grant grant, Client client, Parameters form, HttpHeaders headers) {
        try {
            if (!client.mayUse(grant.grantType())) {
                throw OAuthException.of(
                        OAuthError.UNAUTHORIZED_CLIENT, "this client did not register for " + grant.grantType());
            }
            return grant.grant(new TokenRequest(client, form, proof.proven(client, headers)));
        } catch (OAuthException refusal) {
            throw refusal.to(client.id());
        }
    }
}
