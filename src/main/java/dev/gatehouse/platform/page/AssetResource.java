package dev.gatehouse.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** What pages load: one style sheet, and the one script of those that ask for passkeys. */
@Path("/assets")
@ApplicationScoped
public class AssetResource {
    private static final String ONE_HOUR = "public, max-age=3600";

    /** The style sheet of every page. */
    @GET
    @Path("/gatehouse.css")
    @Produces("text/css;charset=UTF-8")
    public Response stylesheet() {
        return asset("gatehouse.css");
    }

    /** The script that asks the browser for a passkey. */
    @GET
    @Path("/passkey.js")
    @Produces("text/javascript;charset=UTF-8")
    public Response passkeys() {
        return asset("passkey.js");
    }

    private static Response asset(String name) {
        InputStream content = AssetResource.class.getResourceAsStream("/assets/" + name);
        return Response.ok(content).header("Cache-Control", ONE_HOUR).build();
    }
}
