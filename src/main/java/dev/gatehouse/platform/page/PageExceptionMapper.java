package dev.gatehouse.platform.page;

import dev.gatehouse.platform.http.RequestInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Shows a {@link PageException} as a page. */
@Provider
@ApplicationScoped
public class PageExceptionMapper implements ExceptionMapper<PageException> {
    @Inject
    RequestInfo request;

    @Inject
    Event<PageRefused> refused;

    @Override
    public Response toResponse(PageException refusal) {
        refused.fire(new PageRefused(request.path(), refusal.reason()));
        return Response.status(refusal.status())
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(ErrorPage.of(refusal.title(), refusal.getMessage()))
                .build();
    }
}
