package dev.gatehouse.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** The hybrid filter: whatever credential a request carries becomes one verified actor, before the body is read. */
@Provider
@Authenticated
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class CredentialFilter implements ContainerRequestFilter {
    @Inject
    Actors actors;

    @Override
    public void filter(ContainerRequestContext request) {
        var actor = switch (actors.recognize(PresentedCredential.in(request.getHeaders()), request.getMethod())) {
            case Recognition.Recognized(var recognized) -> recognized;
            case Recognition.Refused refused -> throw new AccessRefusal(refused);
        };
        request.setSecurityContext(
                new ActorSecurityContext(actor, request.getSecurityContext().isSecure()));
    }
}
