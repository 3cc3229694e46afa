package dev.gatehouse.platform.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
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
    private record Limit(int bytes, String key) {}

    @Inject
    HttpSettings settings;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var limit = limit();
        if (request.getLength() > limit.bytes()) {
            throw tooLarge(limit);
        }
        if (request.hasEntity()) {
            var body = read(request, limit.bytes() + 1);
            if (body.length > limit.bytes()) {
                throw tooLarge(limit);
            }
            request.setEntityStream(new ByteArrayInputStream(body));
        }
    }

    private Limit limit() {
        return resource.getResourceMethod().isAnnotationPresent(LargeBody.class)
                ? new Limit(settings.maxBodySize(), "max-body-size")
                : new Limit(settings.maxFormSize(), "max-form-size");
    }

    /** What cannot be read is the client's doing: it went away, or its chunks are none. */
    private static byte[] read(ContainerRequestContext request, int most) {
        try {
            return request.getEntityStream().readNBytes(most);
        } catch (IOException e) {
            throw new BadRequestException("The body ended early, or is not encoded as its headers say.", e);
        }
    }

    private static WebApplicationException tooLarge(Limit limit) {
        return new WebApplicationException(
                "The body is larger than " + limit.bytes() + " bytes (gatehouse.http." + limit.key() + ").",
                Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
}
