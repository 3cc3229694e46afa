package dev.gatehouse.platform.page;

import dev.gatehouse.platform.http.RequestInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/**
 * The last way out: a refusal of the REST layer keeps its status, a defect becomes 500; details stand in the log only.
 */
@Provider
@ApplicationScoped
public class UnexpectedErrors implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.defect");

    @Inject
    RequestInfo request;

    @Inject
    Refusals refusals;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable problem) {
        if (problem instanceof WebApplicationException refusal) {
            return refused(refusal);
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "event=defect request_id=" + request.id() + " path=" + request.path(),
                problem);
        return answer(
                Response.status(Response.Status.INTERNAL_SERVER_ERROR),
                "internal_error",
                "Something went wrong on our side. Quote the reference " + request.id() + " to the administrator.");
    }

    private Response refused(WebApplicationException refusal) {
        var response = refusal.getResponse();
        if (response.getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION || response.hasEntity()) {
            return response;
        }
        var status = response.getStatusInfo();
        var error = status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
        return answer(Response.fromResponse(response), error, explain(status.getStatusCode(), refusal));
    }

    private static String explain(int status, WebApplicationException refusal) {
        return switch (status) {
            case 404 -> "There is nothing at this address. Check the URL.";
            case 405 -> "This address does not answer this HTTP method.";
            case 406 -> "This address cannot answer in a type that the Accept header allows.";
            case 415 ->
                "This address does not read this Content-Type. MCP messages are application/json, forms are"
                        + " application/x-www-form-urlencoded.";
            default -> refusal.getMessage();
        };
    }

    private Response answer(Response.ResponseBuilder response, String error, String detail) {
        return refusals.answer(headers, response, error, detail);
    }
}
