package dev.gatehouse.mcp;

import dev.gatehouse.access.ActorSecurityContext;
import dev.gatehouse.access.Authenticated;
import dev.gatehouse.access.McpActor;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.mcp.protocol.McpHeaders;
import dev.gatehouse.mcp.protocol.OriginPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;

/** The MCP endpoint: Streamable HTTP of both eras, without sessions, each answer one JSON document. */
@Path("/mcp")
@Authenticated
@ApplicationScoped
public class McpResource {
    @Inject
    McpDispatcher dispatcher;

    @Inject
    OriginPolicy origins;

    @Inject
    AuditTrail audit;

    /** Takes one JSON-RPC message; 202 for what wants no answer. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response message(byte[] body, @Context HttpHeaders headers, @Context SecurityContext security) {
        var actor = ActorSecurityContext.actorOf(security);
        if (!origins.allows(headers)) {
            throw foreign(actor);
        }
        var reply = dispatcher.reply(body, McpHeaders.of(headers), actor);
        var response = Response.status(reply.status());
        reply.message()
                .ifPresent(message -> response.type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(message.toString().getBytes(StandardCharsets.UTF_8)));
        return response.build();
    }

    private ForbiddenException foreign(McpActor actor) {
        var why = "Web pages of this origin may not call this endpoint (gatehouse.mcp.allowed-origins).";
        audit.record(AuditEvent.refused(McpAction.FOREIGN_ORIGIN, actor.subject(), "/mcp", why));
        return new ForbiddenException(why);
    }
}
