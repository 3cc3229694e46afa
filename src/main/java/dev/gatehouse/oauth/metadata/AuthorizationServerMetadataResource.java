package dev.gatehouse.oauth.metadata;

import dev.gatehouse.oauth.authorize.Prompt;
import dev.gatehouse.oauth.authorize.PushedRequestSettings;
import dev.gatehouse.oauth.client.ClientAuthenticationMethods;
import dev.gatehouse.oauth.code.Pkce;
import dev.gatehouse.oauth.grant.Grants;
import dev.gatehouse.oauth.settings.AuthenticationContext;
import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.ForeignJwt;
import dev.gatehouse.platform.json.SnakeCaseJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.TreeMap;

/**
 * The metadata documents (RFC 8414 §3, OpenID Connect Discovery §4), at the root and for clients that take the MCP
 * endpoint for the issuer.
 */
@Path("/.well-known/{document: oauth-authorization-server|openid-configuration}{resource: (/.*)?}")
@ApplicationScoped
public class AuthorizationServerMetadataResource {
    private static final String OPENID = "openid-configuration";

    @Inject
    ProtectedResources resources;

    @Inject
    Grants grants;

    @Inject
    PushedRequestSettings pushedRequests;

    @Inject
    RegistrationWays registration;

    @Inject
    ClientAuthenticationMethods methods;

    /**
     * The document, with more about ID tokens in that of OpenID Connect; 404 behind a path that is no resource of ours.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject metadata(@PathParam("document") String document, @PathParam("resource") String resource) {
        if (!resource.isEmpty() && !resource.equals("/") && !resources.knownPath(resource)) {
            throw new NotFoundException();
        }
        var metadata = SnakeCaseJson.object(authorizationServer(resources.issuer()));
        return document.equals(OPENID)
                ? both(metadata, SnakeCaseJson.object(OpenIdProviderMetadata.of(resources)))
                : metadata;
    }

    private static JsonObject both(JsonObject one, JsonObject other) {
        var members = new TreeMap<String, Object>(one);
        members.putAll(other);
        return Json.createObjectBuilder(members).build();
    }

    private AuthorizationServerMetadata authorizationServer(String issuer) {
        return new AuthorizationServerMetadata(
                issuer,
                issuer + "/oauth/authorize",
                issuer + "/oauth/token",
                registration.open() ? issuer + "/oauth/register" : null,
                issuer + "/oauth/revoke",
                issuer + "/oauth/par",
                pushedRequests.required(),
                issuer + "/oauth/device_authorization",
                issuer + "/oauth/jwks",
                Scope.names(),
                List.of("code"),
                List.of("query"),
                List.copyOf(grants.supported()),
                grants.profiles(),
                methods.names(),
                ForeignJwt.ALGORITHMS,
                methods.names(),
                ForeignJwt.ALGORITHMS,
                issuer + "/oauth/introspect",
                methods.confidentialNames(),
                ForeignJwt.ALGORITHMS,
                ForeignJwt.ALGORITHMS,
                List.of(Pkce.METHOD),
                registration.documents(),
                Prompt.names(),
                AuthenticationContext.names(),
                true);
    }
}
