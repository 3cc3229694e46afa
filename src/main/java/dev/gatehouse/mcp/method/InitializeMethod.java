package dev.gatehouse.mcp.method;

import dev.gatehouse.mcp.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.jsonrpc.JsonRpcException;
import dev.gatehouse.mcp.protocol.Era;
import dev.gatehouse.mcp.protocol.ProtocolVersion;
import dev.gatehouse.mcp.protocol.ServerInfo;
import dev.gatehouse.platform.json.JsonValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Set;

/**
 * {@code initialize} (2025-11-25, Lifecycle): the asked revision if it is served, else the latest that has a handshake.
 */
@ApplicationScoped
class InitializeMethod implements McpMethod {
    @Override
    public String name() {
        return "initialize";
    }

    @Override
    public Set<Era> eras() {
        return Set.of(Era.LEGACY);
    }

    @Override
    public JsonObject answer(McpCall call) {
        if (!(call.params().get("protocolVersion") instanceof JsonString requested)) {
            throw JsonRpcException.inBand(JsonRpcError.INVALID_PARAMS, "protocolVersion must be a string.");
        }
        var agreed = ProtocolVersion.legacy(requested.getString()).orElse(ProtocolVersion.latestLegacy());
        return JsonValues.object()
                .add("protocolVersion", agreed.wireName())
                .add("capabilities", ServerInfo.capabilities())
                .add("serverInfo", ServerInfo.json())
                .add("instructions", ServerInfo.INSTRUCTIONS)
                .build();
    }
}
