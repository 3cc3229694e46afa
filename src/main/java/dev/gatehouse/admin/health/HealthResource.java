package dev.gatehouse.admin.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Health in the form of MicroProfile Health, on the application port of either server. */
@Path("/health")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    /** The state of the whole and of its parts, {@code UP} or {@code DOWN}. */
    public record Health(String status, List<Check> checks) {}

    /** The state of one part. */
    public record Check(String name, String status) {}

    @Inject
    DatabaseCheck database;

    /** Whether the process answers at all: 200. */
    @GET
    @Path("live")
    public Health live() {
        return new Health("UP", List.of());
    }

    /** Whether start-up is over: the application answers nothing before its schema is up to date, so 200. */
    @GET
    @Path("started")
    public Health started() {
        return live();
    }

    /** Whether requests can be served now: 503 when the database does not answer. */
    @GET
    @Path("ready")
    public Response ready() {
        var status = database.answers() ? "UP" : "DOWN";
        return Response.status(status.equals("UP") ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity(new Health(status, List.of(new Check("database", status))))
                .build();
    }
}
