package dev.gatehouse.platform.page;

import dev.gatehouse.platform.http.RequestInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A refusal in the form that the caller reads: a page for browsers, the JSON envelope for programs. */
@ApplicationScoped
class Refusals {
    @Inject
    RequestInfo request;

    @Inject
    @Any
    Instance<ErrorFormat> formats;

    @Inject
    Event<PageRefused> refused;

    Response answer(HttpHeaders headers, Response.ResponseBuilder response, String error, String detail) {
        int status = response.build().getStatus();
        var format = formats.stream()
                .filter(known -> known.covers(request.resolvedPath()))
                .findFirst();
        if (format.isEmpty() && wantsPage(headers)) {
            record(status, detail);
            return response.type(MediaType.TEXT_HTML_TYPE)
                    .entity(ErrorPage.of(title(error), detail))
                    .build();
        }
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .entity(format.map(known -> known.body(status, error, detail))
                        .orElseGet(() -> new ErrorBody(error, detail)))
                .build();
    }

    /** Neither defects nor addresses that somebody guessed; both are in the log under the same reference. */
    private void record(int status, String detail) {
        if (status < Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()
                && status != Response.Status.NOT_FOUND.getStatusCode()) {
            refused.fire(new PageRefused(request.path(), detail));
        }
    }

    private static String title(String error) {
        return error.equals("not_found") ? "There is no such page" : "That did not work";
    }

    private static boolean wantsPage(HttpHeaders headers) {
        return headers.getRequestHeader(HttpHeaders.ACCEPT) != null
                && String.join(",", headers.getRequestHeader(HttpHeaders.ACCEPT))
                        .contains(MediaType.TEXT_HTML);
    }
}
