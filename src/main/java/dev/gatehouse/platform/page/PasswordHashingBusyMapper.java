package dev.gatehouse.platform.page;

import dev.gatehouse.platform.crypto.PasswordHashingBusyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers 503 with {@code Retry-After} when there are more passwords to check than can wait in line. */
@Provider
@ApplicationScoped
public class PasswordHashingBusyMapper implements ExceptionMapper<PasswordHashingBusyException> {
    @Inject
    Refusals refusals;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(PasswordHashingBusyException busy) {
        var response = Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, PasswordHashingBusyException.RETRY_AFTER.toSeconds());
        return refusals.answer(headers, response, "temporarily_unavailable", busy.getMessage());
    }
}
