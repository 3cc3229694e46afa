package dev.gatehouse.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers 409 when somebody else was faster, and what was asked for would stand on something that counts no more. */
@Provider
@ApplicationScoped
public class OvertakenMapper implements ExceptionMapper<OptimisticLockException> {
    @Inject
    Refusals refusals;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(OptimisticLockException overtaken) {
        return refusals.answer(
                headers,
                Response.status(Response.Status.CONFLICT),
                "conflict",
                "You were signed out while you did this, and nothing was changed. Sign in again and repeat it.");
    }
}
