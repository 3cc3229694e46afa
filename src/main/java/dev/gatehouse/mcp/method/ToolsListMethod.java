package dev.gatehouse.mcp.method;

import dev.gatehouse.mcp.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.jsonrpc.JsonRpcException;
import dev.gatehouse.mcp.protocol.Era;
import dev.gatehouse.mcp.tool.ToolCatalog;
import dev.gatehouse.platform.json.JsonValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Set;

/** {@code tools/list}: what the actor may call, on one page. */
@ApplicationScoped
class ToolsListMethod implements McpMethod {
    @Inject
    ToolCatalog catalog;

    @Override
    public String name() {
        return "tools/list";
    }

    @Override
    public Set<Era> eras() {
        return Set.of(Era.LEGACY, Era.MODERN);
    }

    @Override
    public JsonObject answer(McpCall call) {
        if (call.params().containsKey("cursor")) {
            // We hand out no cursor, so none can be ours (Pagination, Error Handling).
            throw JsonRpcException.inBand(JsonRpcError.INVALID_PARAMS, "The cursor is not valid.");
        }
        var tools = JsonValues.array();
        catalog.offeredTo(call.actor()).forEach(definition -> tools.add(definition.json()));
        return ModernResult.cacheable(
                call, JsonValues.object().add("tools", tools).build());
    }
}
