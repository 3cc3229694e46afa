package dev.gatehouse.mcp.method;

import dev.gatehouse.mcp.protocol.Era;
import dev.gatehouse.mcp.protocol.ServerInfo;
import dev.gatehouse.platform.json.JsonValues;
import jakarta.json.JsonObject;

/** What 2026-07-28 adds to results: their type, who answered, and for lists how long and by whom they may be kept. */
public final class ModernResult {
    private static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";
    private static final int FRESH_MILLIS = 0;

    private ModernResult() {}

    /** The result of a method in the form of the call's era. */
    public static JsonObject of(McpCall call, JsonObject result) {
        if (call.version().era() == Era.LEGACY) {
            return result;
        }
        return JsonValues.object(result)
                .add("resultType", "complete")
                .add("_meta", JsonValues.object().add(SERVER_INFO, ServerInfo.json()))
                .build();
    }

    /**
     * A result that depends on who asks, as everything here does: to be kept by nobody else, and asked again when it
     * matters.
     */
    static JsonObject cacheable(McpCall call, JsonObject result) {
        return call.version().era() == Era.LEGACY
                ? result
                : JsonValues.object(result)
                        .add("ttlMs", FRESH_MILLIS)
                        .add("cacheScope", "private")
                        .build();
    }
}
