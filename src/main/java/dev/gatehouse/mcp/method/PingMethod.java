package dev.gatehouse.mcp.method;

import dev.gatehouse.mcp.protocol.Era;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;

/** {@code ping} (2025-11-25, Utilities): an empty result at once. */
@ApplicationScoped
class PingMethod implements McpMethod {
    @Override
    public String name() {
        return "ping";
    }

    @Override
    public Set<Era> eras() {
        return Set.of(Era.LEGACY);
    }

    @Override
    public JsonObject answer(McpCall call) {
        return JsonValue.EMPTY_JSON_OBJECT;
    }
}
