package dev.gatehouse.platform.http;

import dev.gatehouse.platform.crypto.Randomness;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/** Gives every request its id before anything else looks at it. */
@Provider
@PreMatching
@Priority(1)
@ApplicationScoped
public class RequestInfoFilter implements ContainerRequestFilter {
    private static final int ID_LENGTH = 16;

    @Inject
    RequestInfo info;

    @Context
    HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        info.begin(
                Randomness.alphanumeric(ID_LENGTH),
                request.getUriInfo().getRequestUri().getRawPath(),
                servlet.getRemoteAddr(),
                Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.USER_AGENT), ""));
    }
}
