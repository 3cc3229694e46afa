package dev.gatehouse.platform.page;

import dev.gatehouse.platform.http.RequestInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A refusal in the form that the caller reads: a page for browsers, the JSON envelope for programs. */
@ApplicationScoped
class Refusals {
    @Inject
    RequestInfo request;

    Response answer(HttpHeaders headers, Response.ResponseBuilder response, String error, String detail) {
        return wantsPage(headers)
                ? response.type(MediaType.TEXT_HTML_TYPE)
                        .entity(ErrorPage.of("That did not work", detail, request.id()))
                        .build()
                : response.type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new ErrorBody(error, detail))
                        .build();
    }

    private static boolean wantsPage(HttpHeaders headers) {
        return headers.getRequestHeader(HttpHeaders.ACCEPT) != null
                && String.join(",", headers.getRequestHeader(HttpHeaders.ACCEPT))
                        .contains(MediaType.TEXT_HTML);
    }
}
