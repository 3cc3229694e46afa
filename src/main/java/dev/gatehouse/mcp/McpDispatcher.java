package dev.gatehouse.mcp;

import dev.gatehouse.access.AccessRefusal;
import dev.gatehouse.access.McpActor;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.mcp.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.jsonrpc.JsonRpcException;
import dev.gatehouse.mcp.jsonrpc.Message;
import dev.gatehouse.mcp.jsonrpc.Replies;
import dev.gatehouse.mcp.method.McpCall;
import dev.gatehouse.mcp.method.McpMethod;
import dev.gatehouse.mcp.method.McpMethods;
import dev.gatehouse.mcp.method.ModernResult;
import dev.gatehouse.mcp.protocol.McpHeaders;
import dev.gatehouse.mcp.protocol.Revisions;
import dev.gatehouse.platform.http.RequestInfo;
import dev.gatehouse.platform.json.JsonFormatException;
import dev.gatehouse.platform.json.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** From the bytes of a message to the answer: parse, tell the revision, find the method, let it answer. */
@ApplicationScoped
class McpDispatcher {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.mcp");
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    @Inject
    McpMethods methods;

    @Inject
    AuditTrail audit;

    @Inject
    RequestInfo request;

    /** An HTTP status with the message to send, if there is one. */
    record Reply(int status, Optional<JsonObject> message) {}

    Reply reply(byte[] body, McpHeaders headers, McpActor actor) {
        Optional<JsonValue> id = Optional.empty();
        try {
            var value = parse(body);
            id = Message.idOf(value);
            return switch (Message.parse(value)) {
                case Message.Request call -> answer(call, headers, actor);
                case Message.Notification notification -> accept(notification, headers);
                case Message.Response response -> accept(response, headers);
            };
        } catch (JsonRpcException refusal) {
            audit.record(AuditEvent.refused(
                    McpAction.MESSAGE_REFUSED, actor.subject(), request.path(), refusal.getMessage()));
            return error(id, refusal);
        }
    }

    private static Reply accept(Message.Notification notification, McpHeaders headers) {
        Revisions.require(notification, headers);
        return new Reply(ACCEPTED, Optional.empty());
    }

    private static Reply accept(Message.Response response, McpHeaders headers) {
        Revisions.require(response, headers);
        return new Reply(ACCEPTED, Optional.empty());
    }

    private Reply answer(Message.Request message, McpHeaders headers, McpActor actor) {
        var version = Revisions.of(message, headers);
        var method = methods.require(message.method(), version.era());
        return answer(method, new McpCall(actor, version, message.params()), message.id());
    }

    private Reply answer(McpMethod method, McpCall call, JsonValue id) {
        try {
            return new Reply(OK, Optional.of(Replies.result(id, ModernResult.of(call, method.answer(call)))));
        } catch (JsonRpcException refusal) {
            return error(Optional.of(id), refusal);
        } catch (AccessRefusal refusal) {
            throw refusal;
        } catch (RuntimeException defect) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "event=defect request_id=" + request.id() + " method=" + method.name(),
                    defect);
            return error(
                    Optional.of(id),
                    JsonRpcException.inBand(
                            JsonRpcError.INTERNAL_ERROR,
                            "Something went wrong on our side. Quote the reference " + request.id()
                                    + " to the administrator."));
        }
    }

    private static Reply error(Optional<JsonValue> id, JsonRpcException problem) {
        return new Reply(problem.status(), Optional.of(Replies.error(id, problem)));
    }

    private static JsonValue parse(byte[] body) {
        try {
            return StrictJson.value(body);
        } catch (JsonFormatException e) {
            throw JsonRpcException.badRequest(JsonRpcError.PARSE_ERROR, e.getMessage());
        }
    }
}
