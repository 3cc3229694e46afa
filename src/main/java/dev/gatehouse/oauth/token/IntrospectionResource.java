package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.client.ClientAuthentication;
import dev.gatehouse.oauth.client.OAuthForm;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Token introspection (RFC 7662), for clients that authenticate. */
@Path("/oauth/introspect")
@ApplicationScoped
public class IntrospectionResource {
    @Inject
    ClientAuthentication authentication;

    @Inject
    Introspections introspections;

    /**
     * Whether a token can be used now, and what it says; another client's token is inactive, like one that never was.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Introspection introspect(byte[] body, @Context HttpHeaders headers) {
        var form = OAuthForm.read(body, headers);
        var client = authentication.authenticateConfidential(headers, form);
        var token = form.single("token")
                .map(Secret::new)
                .orElseThrow(() -> OAuthException.of(OAuthError.INVALID_REQUEST, "token is missing"));
        return introspections.of(token, client);
    }
}
