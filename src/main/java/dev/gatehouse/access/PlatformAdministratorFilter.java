package dev.gatehouse.access;

import dev.gatehouse.identity.role.Permission;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Lets platform administrators through, and to change something only with a credential that may change anything. */
@Provider
@PlatformAdministered
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class PlatformAdministratorFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        var actor = ActorSecurityContext.actorOf(request.getSecurityContext());
        if (!actor.person().platformAdmin()) {
            throw refuse(actor, "Only platform administrators may do this.");
        }
        if (!request.getMethod().equals(HttpMethod.GET) && readsOnly(actor)) {
            throw refuse(actor, "This credential may only read. Use one that may make changes.");
        }
    }

    private static boolean readsOnly(McpActor actor) {
        return actor.permissions().stream().allMatch(held -> held.access() == Permission.Access.READ);
    }

    private static AccessRefusal refuse(McpActor actor, String detail) {
        return new AccessRefusal(new Recognition.Refused(AccessRefusal.Kind.FORBIDDEN, actor.subject(), detail));
    }
}
