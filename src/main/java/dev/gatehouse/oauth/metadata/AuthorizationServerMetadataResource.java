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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * The metadata documents (RFC 8414 §3, OpenID Connect Discovery §4), at the root and for clients that take the MCP
 * endpoint for the issuer.
 */
@Path("/.well-known/{document: oauth-authorization-server|openid-configuration}{resource: (/.*)?}")
@ApplicationScoped
public class AuthorizationServerMetadataResource {
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

    /** The document; 404 behind a path that is no resource of ours. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public AuthorizationServerMetadata metadata(@PathParam("resource") String resource) {
        if (!resource.isEmpty() && !resource.equals("/") && !resources.knownPath(resource)) {
            throw new NotFoundException();
        }
        var issuer = resources.issuer();
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
