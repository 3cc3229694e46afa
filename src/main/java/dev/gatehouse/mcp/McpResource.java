package dev.gatehouse.mcp;

import dev.gatehouse.access.ActorSecurityContext;
import dev.gatehouse.access.Authenticated;
import dev.gatehouse.access.McpActor;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.mcp.protocol.McpHeaders;
import dev.gatehouse.mcp.protocol.OriginPolicy;
import dev.gatehouse.platform.http.LargeBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
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
    @LargeBody
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.WILDCARD)
    public Response message(byte[] body, @Context HttpHeaders headers, @Context SecurityContext security) {
        var actor = ActorSecurityContext.actorOf(security);
        if (!origins.allows(headers)) {
            throw foreign(actor);
        }
        requireJson(headers);
        var reply = dispatcher.reply(body, McpHeaders.of(headers), actor);
        var response = Response.status(reply.status());
        reply.message()
                .ifPresent(message -> response.type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(message.toString().getBytes(StandardCharsets.UTF_8)));
        return response.build();
    }

    /** The legacy era's stream of what the server says by itself: it says nothing (2025-11-25, Streamable HTTP). */
    @GET
    public Response stream() {
        throw postOnly();
    }

    /** The legacy era's end of a session: there are none. */
    @DELETE
    public Response end() {
        throw postOnly();
    }

    private static NotAllowedException postOnly() {
        return new NotAllowedException("POST", new String[0]);
    }

    /** Decided here and not by the REST layer, which would answer before anybody has been asked who they are. */
    private static void requireJson(HttpHeaders headers) {
        if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(headers.getMediaType())) {
            throw new NotSupportedException();
        }
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new NotAcceptableException();
        }
    }

    private ForbiddenException foreign(McpActor actor) {
        var why = "Web pages of this origin (gatehouse.mcp.allowed-origins), or under this host name"
                + " (gatehouse.public-url), may not call this endpoint.";
        audit.record(AuditEvent.refused(McpAction.FOREIGN_ORIGIN, actor.subject(), "/mcp", why));
        return new ForbiddenException(why);
    }
}
