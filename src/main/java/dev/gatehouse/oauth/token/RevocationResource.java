package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.ClientAuthentication;
import dev.gatehouse.oauth.client.OAuthForm;
import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Token revocation (RFC 7009): revoking any token of a family ends the family. */
@Path("/oauth/revoke")
@ApplicationScoped
public class RevocationResource {
    @Inject
    ClientAuthentication authentication;

    @Inject
    Revocations revocations;

    /**
     * RFC 7009 §2.2: 200 for a token that was revoked, that never was one, or that is another client's; which, it does
     * not tell.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response revoke(byte[] body, @Context HttpHeaders headers) {
        var form = OAuthForm.read(body, headers);
        var client = authentication.authenticate(headers, form);
        var token = form.single("token")
                .map(Secret::new)
                .orElseThrow(() -> OAuthException.of(OAuthError.INVALID_REQUEST, "token is missing"));
        revoke(token, client);
        return Response.ok().build();
    }

    private void revoke(Secret token, Client client) {
        try {
            revocations.revoke(token, client);
        } catch (PersistenceException e) {
            // Two at once: the other one has revoked it, which is seen now.
            revocations.revoke(token, client);
        }
    }
}
