package dev.gatehouse.oauth.error;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.platform.http.RequestInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * The one way out for a refused OAuth request that is answered directly: RFC 6749 §5.2 JSON outside, the reason in the
 * audit trail.
 */
@Provider
@ApplicationScoped
public class OAuthExceptionMapper implements ExceptionMapper<OAuthException> {
    @Inject
    AuditTrail audit;

    @Inject
    RequestInfo request;

    @Override
    public Response toResponse(OAuthException refusal) {
        if (!refusal.error().pending()) {
            record(refusal);
        }
        var response = Response.status(refusal.error().status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuthErrorBody(refusal.error().code(), refusal.description()));
        refusal.headers().forEach(response::header);
        return response.build();
    }

    private void record(OAuthException refusal) {
        audit.record(AuditEvent.refused(
                OAuthAction.REFUSED,
                refusal.clientId().isEmpty()
                        ? AuditSubject.anonymous()
                        : AuditSubject.anonymous().through(refusal.clientId()),
                request.path(),
                refusal.told()));
    }
}
