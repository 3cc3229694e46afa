package dev.gatehouse.platform.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Refuses a URL that is none where every refusal gets its form, its request id and its log line. */
@Provider
@PreMatching
@Priority(5)
@ApplicationScoped
public class MalformedUrlFilter implements ContainerRequestFilter {
    static final String MALFORMED = MalformedUrlFilter.class.getName();

    @Context
    HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        if (Boolean.TRUE.equals(servlet.getAttribute(MALFORMED))) {
            throw new BadRequestException("The URL is not percent-encoded correctly.");
        }
    }
}
