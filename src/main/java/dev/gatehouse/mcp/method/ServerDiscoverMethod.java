package dev.gatehouse.mcp.method;

import dev.gatehouse.mcp.protocol.Era;
import dev.gatehouse.mcp.protocol.ProtocolVersion;
import dev.gatehouse.mcp.protocol.ServerInfo;
import dev.gatehouse.platform.json.JsonValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Set;

/** {@code server/discover} (2026-07-28, Server Discovery). */
@ApplicationScoped
class ServerDiscoverMethod implements McpMethod {
    @Override
    public String name() {
        return "server/discover";
    }

    @Override
    public Set<Era> eras() {
        return Set.of(Era.MODERN);
    }

    @Override
    public JsonObject answer(McpCall call) {
        return ModernResult.cacheable(
                call,
                JsonValues.object()
                        .add("supportedVersions", JsonValues.array(ProtocolVersion.names()))
                        .add("capabilities", ServerInfo.capabilities())
                        .add("instructions", ServerInfo.INSTRUCTIONS)
                        .build());
    }
}
