package dev.gatehouse.platform.page;

import dev.gatehouse.platform.http.MalformedParametersException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a query or form that cannot be read with 400. */
@Provider
@ApplicationScoped
public class MalformedParametersMapper implements ExceptionMapper<MalformedParametersException> {
    @Inject
    Refusals refusals;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(MalformedParametersException malformed) {
        return refusals.answer(
                headers, Response.status(Response.Status.BAD_REQUEST), "invalid_request", malformed.getMessage());
    }
}
