package dev.gatehouse.oauth.authorize;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.oauth.attempt.CurrentAttempt;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.platform.http.RequestInfo;
import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Sends a {@link RedirectedRefusal} back to the client. */
@Provider
@ApplicationScoped
public class RedirectedRefusalMapper implements ExceptionMapper<RedirectedRefusal> {
    @Inject
    AuditTrail audit;

    @Inject
    CurrentAttempt attempt;

    @Inject
    RequestInfo request;

    @Inject
    Redirects redirects;

    @Override
    public Response toResponse(RedirectedRefusal refusal) {
        audit.record(AuditEvent.refused(
                OAuthAction.REFUSED,
                AuditSubject.anonymous().through(refusal.clientId()),
                request.path(),
                refusal.told()));
        attempt.refused(refusal.told());
        return redirects.to(refusal.location());
    }
}
