package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.attempt.AttemptStep;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.ClientAuthentication;
import dev.gatehouse.oauth.client.OAuthForm;
import dev.gatehouse.oauth.dpop.ProofGate;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
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
import jakarta.ws.rs.core.Response;

/** The pushed authorization request endpoint (RFC 9126 §2). */
@Path("/oauth/par")
@ApplicationScoped
public class PushedAuthorizationResource {
    @Inject
    ClientAuthentication authentication;

    @Inject
    AuthorizationRequests requests;

    @Inject
    PushedRequests pushed;

    @Inject
    ProofGate proof;

    @Inject
    CurrentAttempt attempt;

    /** Takes what would else be the query of an authorization request: 201 with a reference, or RFC 6749 §5.2. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response push(byte[] body, @Context HttpHeaders headers) {
        var form = OAuthForm.read(body, headers);
        attempt.begins(AttemptStep.PUSHED, AttemptedRequests.of(form));
        try {
            return Response.status(Response.Status.CREATED)
                    .entity(take(form, headers))
                    .build();
        } catch (OAuthException refusal) {
            attempt.refused(refusal.told());
            throw refusal;
        }
    }

    private PushedReference take(Parameters form, HttpHeaders headers) {
        var client = authentication.authenticate(headers, form);
        // RFC 9126 §2.1: a reference to another request makes no request.
        if (form.single("request_uri").isPresent()) {
            throw OAuthException.of(OAuthError.INVALID_REQUEST, "request_uri must not be pushed")
                    .to(client.id());
        }
        requireSound(client, form);
        return pushed.push(client, bound(client, form, headers));
    }

    private void requireSound(Client client, Parameters form) {
        try {
            requests.check(client, form);
        } catch (AuthorizationRefusal refusal) {
            throw refusal.direct();
        }
        if (PushedRequests.tooLong(form)) {
            throw OAuthException.of(OAuthError.INVALID_REQUEST, "the request is too long")
                    .to(client.id());
        }
    }

    /**
     * RFC 9449 §10.1: a proof beside the request names the key as dpop_jkt does. Last, because it uses the proof up.
     */
    private Parameters bound(Client client, Parameters form, HttpHeaders headers) {
        try {
            var key = proof.proven(headers);
            if (key.isPresent()
                    && form.single("dpop_jkt")
                            .filter(named -> !key.get().equals(named))
                            .isPresent()) {
                throw OAuthException.of(OAuthError.INVALID_REQUEST, "dpop_jkt differs from the key of the proof");
            }
            return key.map(thumbprint -> form.with("dpop_jkt", thumbprint)).orElse(form);
        } catch (OAuthException refusal) {
            throw refusal.to(client.id());
        }
    }
}
