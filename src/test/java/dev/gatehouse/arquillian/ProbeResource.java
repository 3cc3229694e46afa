package dev.gatehouse.arquillian;

import dev.gatehouse.access.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Added to the WAR by a test: methods that the container must guard. */
@Path("/probe")
@ApplicationScoped
public class ProbeResource {

    @GET
    @Path("denied")
    @DenyAll
    public String denied() {
        return "reached";
    }

    @GET
    @Path("update")
    @Authenticated
    @RolesAllowed("organization:update")
    public String update(@Context SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}
