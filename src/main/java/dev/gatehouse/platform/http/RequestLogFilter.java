package dev.gatehouse.platform.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Names every answer by its request id and logs it, refusals at INFO and the rest at DEBUG; never a query, a header or
 * a body.
 */
@Provider
@Priority(1)
@ApplicationScoped
public class RequestLogFilter implements ContainerResponseFilter {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.request");
    private static final int FIRST_REFUSAL = 400;

    @Inject
    RequestInfo info;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("X-Request-Id", info.id());
        var level = response.getStatus() < FIRST_REFUSAL ? System.Logger.Level.DEBUG : System.Logger.Level.INFO;
        LOG.log(
                level,
                () -> "event=request request_id=%s method=%s path=%s status=%d remote=%s"
                        .formatted(
                                info.id(),
                                request.getMethod(),
                                info.path(),
                                response.getStatus(),
                                info.remoteAddress()));
    }
}
