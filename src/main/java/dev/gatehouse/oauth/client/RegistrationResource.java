package dev.gatehouse.oauth.client;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.oauth.settings.OAuthSettings;
import dev.gatehouse.platform.json.JsonFormatException;
import dev.gatehouse.platform.json.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Dynamic client registration (RFC 7591 §3). */
@Path("/oauth/register")
@ApplicationScoped
public class RegistrationResource {
    @Inject
    Registrations registrations;

    @Inject
    GrantTypes grantTypes;

    @Inject
    OAuthSettings settings;

    /** Registers the client that the body describes: 201 with its id, or 400 with the code of RFC 7591 §3.2.2. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response register(byte[] body) {
        return Response.status(Response.Status.CREATED)
                .entity(registrations.register(read(body)))
                .build();
    }

    private ClientMetadata read(byte[] body) {
        try {
            return ClientMetadata.from(StrictJson.object(body), grantTypes.supported(), settings.maxRedirectUris());
        } catch (JsonFormatException e) {
            throw OAuthException.of(OAuthError.INVALID_CLIENT_METADATA, e.getMessage());
        }
    }
}
