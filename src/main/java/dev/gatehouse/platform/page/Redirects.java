package dev.gatehouse.platform.page;

import dev.gatehouse.platform.config.DeploymentSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * Redirects with 303, so that no browser repeats a password to the next page (RFC 9700 §4.12), and never to where
 * {@code Host} points.
 */
@ApplicationScoped
public class Redirects {
    @Inject
    DeploymentSettings deployment;

    /** To a local path, which starts with a slash. */
    public Response toPath(String path) {
        return to(deployment.url(path));
    }

    /** To an absolute URI, exactly as given. */
    public Response to(String uri) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, uri)
                .build();
    }
}
