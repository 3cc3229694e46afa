package dev.gatehouse.access;

import dev.gatehouse.identity.login.LoginSessions;
import dev.gatehouse.platform.http.RequestInfo;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** The hybrid filter: whatever credential a request carries becomes one verified actor, before the body is read. */
@Provider
@Authenticated
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class CredentialFilter implements ContainerRequestFilter {
    private static final String SESSION_PATHS = "/v1/";

    @Inject
    Actors actors;

    @Inject
    ProofsOfPossession possession;

    @Inject
    LoginSessions sessions;

    @Inject
    RequestInfo info;

    @Context
    HttpHeaders headers;

    @Override
    public void filter(ContainerRequestContext request) {
        var presented = presented(request);
        // Before the transaction in which the caller is recognized: a proof is used up in one of its own.
        var proof = possession.prove(presented, request.getMethod());
        var actor = switch (actors.recognize(presented, proof)) {
            case Recognition.Recognized(var recognized) -> recognized;
            case Recognition.Refused refused -> throw new AccessRefusal(refused);
        };
        request.setSecurityContext(
                new ActorSecurityContext(actor, request.getSecurityContext().isSecure()));
    }

    /**
     * Browsers send cookies unasked: where one counts, and only for reading, so that no other site can change anything.
     */
    private PresentedCredential presented(ContainerRequestContext request) {
        var takesSession = info.resolvedPath().startsWith(SESSION_PATHS)
                && request.getMethod().equals(HttpMethod.GET);
        return PresentedCredential.in(request.getHeaders(), takesSession ? sessions.cookie(headers) : Optional.empty());
    }
}
