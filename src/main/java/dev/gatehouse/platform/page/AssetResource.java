package dev.gatehouse.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The style sheet of every page. */
@Path("/assets")
@ApplicationScoped
public class AssetResource {
    private static final String ONE_HOUR = "public, max-age=3600";

    /** The one style sheet; pages need nothing else. */
    @GET
    @Path("/gatehouse.css")
    @Produces("text/css;charset=UTF-8")
    public Response stylesheet() {
        InputStream css = AssetResource.class.getResourceAsStream("/assets/gatehouse.css");
        return Response.ok(css).header("Cache-Control", ONE_HOUR).build();
    }
}
