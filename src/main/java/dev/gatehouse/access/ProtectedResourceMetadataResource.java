package dev.gatehouse.access;

import dev.gatehouse.oauth.settings.ProtectedResources;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.config.DeploymentSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * The protected resource metadata (RFC 9728 §3), at the root and inserted before each path under which the endpoint is
 * typed.
 */
@Path(ProtectedResourceMetadataResource.PATH + "{resource: (/.*)?}")
@ApplicationScoped
public class ProtectedResourceMetadataResource {
    static final String PATH = "/.well-known/oauth-protected-resource";

    @Inject
    ProtectedResources resources;

    @Inject
    DeploymentSettings deployment;

    /**
     * RFC 9728 §3.3: {@code resource} is, byte for byte, the URL that led the client here; 404 behind a path that is no
     * resource.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ProtectedResourceMetadata metadata(@Context UriInfo uri) {
        // Not the path parameter: REST drops a trailing slash from it, and here every byte counts.
        var typed = uri.getRequestUri().getRawPath().substring(PATH.length());
        var path = typed.isEmpty() || typed.equals("/") ? resources.canonicalPath() : typed;
        if (!resources.knownPath(path)) {
            throw new NotFoundException();
        }
        return new ProtectedResourceMetadata(
                deployment.url(path),
                List.of(resources.issuer()),
                Scope.resourceNames(),
                List.of("header"),
                "Gatehouse");
    }
}
