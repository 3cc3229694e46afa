package dev.gatehouse.oauth.client;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.http.RequestInfo;
import dev.gatehouse.platform.json.JsonFormatException;
import dev.gatehouse.platform.json.Members;
import dev.gatehouse.platform.json.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Dynamic client registration (RFC 7591 §3), and its management by the client (RFC 7592 §2). */
@Path("/oauth/register")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationResource {
    @Inject
    Registrations registrations;

    @Inject
    RegistrationGate gate;

    @Inject
    ClientDescriptions descriptions;

    @Inject
    RequestInfo request;

    /** Registers the client that the body describes: 201 with its id, or 400 with the code of RFC 7591 §3.2.2. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response register(byte[] body, @Context HttpHeaders headers) {
        gate.require(headers);
        return Response.status(Response.Status.CREATED)
                .entity(registrations.register(describe(body).metadata(), request.network()))
                .build();
    }

    /** What is registered, without the secret: 200, or 401 for anybody without its registration access token. */
    @GET
    @Path("{client_id}")
    public Registration read(@PathParam("client_id") String clientId, @Context HttpHeaders headers) {
        return registrations.read(clientId, token(headers)).orElseThrow(RegistrationResource::refused);
    }

    /** Replaces the registration by what the body describes: 200, or 400 and nothing changed. */
    @PUT
    @Path("{client_id}")
    @Consumes(MediaType.WILDCARD)
    public Registration replace(@PathParam("client_id") String clientId, byte[] body, @Context HttpHeaders headers) {
        var token = token(headers);
        registrations.read(clientId, token).orElseThrow(RegistrationResource::refused);
        var description = describe(body);
        // RFC 7592 §2.2: the request names the client that it is about.
        if (!new Members(description.document()).string("client_id").orElse("").equals(clientId)) {
            throw OAuthException.of(OAuthError.INVALID_CLIENT_METADATA, "client_id must be the one in the URL");
        }
        return registrations
                .replace(clientId, token, description.metadata())
                .orElseThrow(RegistrationResource::refused);
    }

    /** Ends the registration and every token of it: 204. */
    @DELETE
    @Path("{client_id}")
    public void remove(@PathParam("client_id") String clientId, @Context HttpHeaders headers) {
        if (!registrations.remove(clientId, token(headers))) {
            throw refused();
        }
    }

    private record Description(JsonObject document, ClientMetadata metadata) {}

    private Description describe(byte[] body) {
        try {
            var document = StrictJson.object(body);
            return new Description(document, descriptions.read(document));
        } catch (JsonFormatException e) {
            throw OAuthException.of(OAuthError.INVALID_CLIENT_METADATA, e.getMessage());
        }
    }

    private static Secret token(HttpHeaders headers) {
        return RegistrationGate.bearer(headers).map(Secret::new).orElseThrow(RegistrationResource::refused);
    }

    /** The same for a client that does not exist and for a wrong token (RFC 7592 §2). */
    private static OAuthException refused() {
        return OAuthException.of(OAuthError.INVALID_TOKEN, "this is not the registration access token of that client")
                .challenging("Bearer error=\"invalid_token\"");
    }
}
