package dev.gatehouse.mcp.protocol;

import dev.gatehouse.mcp.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.jsonrpc.JsonRpcException;
import dev.gatehouse.mcp.jsonrpc.Message;
import dev.gatehouse.platform.json.JsonValues;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * Tells by which revision a request is to be read: its own {@code _meta} decides, headers only confirm (2026-07-28,
 * Versioning).
 */
public final class Revisions {
    private static final String VERSION = "io.modelcontextprotocol/protocolVersion";
    private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

    private Revisions() {}

    /** The revision of a request, or the error that its revision prescribes. */
    public static ProtocolVersion of(Message.Request request, McpHeaders headers) {
        var meta = request.params().get("_meta") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        return meta.containsKey(VERSION) ? modern(request, meta, headers) : legacy(request, headers);
    }

    /** Refuses a message that wants no answer when its header names a revision that is not served. */
    public static void require(Message.Notification notification, McpHeaders headers) {
        headers.protocolVersion()
                .filter(named -> ProtocolVersion.named(named).isEmpty())
                .ifPresent(named -> {
                    throw unsupported(named);
                });
    }

    /**
     * Refuses an answer to a request of ours under a revision in which the server sends none (2026-07-28, Streamable
     * HTTP).
     */
    public static void require(Message.Response response, McpHeaders headers) {
        headers.protocolVersion()
                .filter(named -> ProtocolVersion.legacy(named).isEmpty())
                .ifPresent(named -> {
                    throw JsonRpcException.badRequest(
                            JsonRpcError.INVALID_REQUEST,
                            "Under " + named + " the server asks nothing, so nothing can answer it.");
                });
    }

    private static ProtocolVersion modern(Message.Request request, JsonObject meta, McpHeaders headers) {
        if (!(meta.get(VERSION) instanceof JsonString requested)) {
            throw invalidMeta(VERSION + " must be a string.");
        }
        var version = ProtocolVersion.named(requested.getString())
                .filter(known -> known.era() == Era.MODERN)
                .orElseThrow(() -> unsupported(requested.getString()));
        if (!(meta.get(CAPABILITIES) instanceof JsonObject)) {
            throw invalidMeta(CAPABILITIES + " must be an object.");
        }
        headers.requireEqual(request, version.wireName());
        return version;
    }

    private static ProtocolVersion legacy(Message.Request request, McpHeaders headers) {
        if (request.method().equals("initialize") || headers.protocolVersion().isEmpty()) {
            return ProtocolVersion.latestLegacy();
        }
        var named = headers.protocolVersion().get();
        if (ProtocolVersion.named(named)
                .filter(version -> version.era() == Era.MODERN)
                .isPresent()) {
            throw invalidMeta(VERSION + " is missing.");
        }
        return ProtocolVersion.legacy(named)
                .orElseThrow(() -> JsonRpcException.badRequest(
                        JsonRpcError.INVALID_REQUEST,
                        "The MCP-Protocol-Version is not served here; served are "
                                + String.join(", ", ProtocolVersion.names()) + "."));
    }

    private static JsonRpcException invalidMeta(String message) {
        return JsonRpcException.badRequest(JsonRpcError.INVALID_PARAMS, "params._meta: " + message);
    }

    private static JsonRpcException unsupported(String requested) {
        return JsonRpcException.badRequest(
                JsonRpcError.UNSUPPORTED_PROTOCOL_VERSION,
                "Unsupported protocol version",
                JsonValues.object()
                        .add("supported", JsonValues.array(ProtocolVersion.names()))
                        .add("requested", requested)
                        .build());
    }
}
