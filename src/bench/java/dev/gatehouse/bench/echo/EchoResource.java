package dev.gatehouse.bench.echo;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Sends back the bytes that came, unread, on the path of the MCP endpoint. */
@Path("/")
public class EchoResource {
    /** The bytes that came. */
    @POST
    @Path("mcp")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] echo(byte[] body) {
        return body;
    }

    /** Always ready. */
    @GET
    @Path("health/ready")
    public String ready() {
        return "ready";
    }
}
