package dev.gatehouse.mcp.method;

import dev.gatehouse.mcp.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.jsonrpc.JsonRpcException;
import dev.gatehouse.mcp.protocol.Era;
import dev.gatehouse.mcp.tool.ToolCalls;
import dev.gatehouse.mcp.tool.ToolResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;

/**
 * {@code tools/call}: an unknown tool is a protocol error, everything that goes wrong inside one is a result (Tools,
 * Error Handling).
 */
@ApplicationScoped
class ToolsCallMethod implements McpMethod {
    @Inject
    ToolCalls calls;

    @Override
    public String name() {
        return "tools/call";
    }

    @Override
    public Set<Era> eras() {
        return Set.of(Era.LEGACY, Era.MODERN);
    }

    @Override
    public JsonObject answer(McpCall call) {
        if (!(call.params().get("name") instanceof JsonString name)) {
            throw malformed(call, "", "name must be a string.");
        }
        return calls.call(call.actor(), name.getString(), arguments(call, name.getString()))
                .map(ToolResult::json)
                .orElseThrow(() -> invalid("There is no tool of this name. tools/list names those that you can call."));
    }

    private JsonObject arguments(McpCall call, String name) {
        return switch (call.params().get("arguments")) {
            case null -> JsonValue.EMPTY_JSON_OBJECT;
            case JsonObject arguments -> arguments;
            default -> throw malformed(call, name, "arguments must be an object.");
        };
    }

    private JsonRpcException malformed(McpCall call, String name, String why) {
        calls.malformed(call.actor(), name, why);
        return invalid(why);
    }

    private static JsonRpcException invalid(String message) {
        return JsonRpcException.inBand(JsonRpcError.INVALID_PARAMS, message);
    }
}
