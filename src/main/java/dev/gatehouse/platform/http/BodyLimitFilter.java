package dev.gatehouse.platform.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Reads the body, after authentication and no further than the limit, so that nothing behind it reads without bound.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
@ApplicationScoped
public class BodyLimitFilter implements ContainerRequestFilter {
    @Inject
    HttpSettings settings;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        int limit = settings.maxBodySize();
        if (request.getLength() > limit) {
            throw tooLarge(limit);
        }
        if (request.hasEntity()) {
            var body = request.getEntityStream().readNBytes(limit + 1);
            if (body.length > limit) {
                throw tooLarge(limit);
            }
            request.setEntityStream(new ByteArrayInputStream(body));
        }
    }

    private static WebApplicationException tooLarge(int limit) {
        return new WebApplicationException(
                "The body is larger than " + limit + " bytes (gatehouse.http.max-body-size).",
                Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
}
