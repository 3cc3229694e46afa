package dev.gatehouse.mcp.tool;

import dev.gatehouse.access.Requirement;
import dev.gatehouse.platform.json.JsonValues;
import jakarta.json.JsonObject;

/**
 * How a tool is offered: name, what people and models read of it, what it takes, what it needs, and whether it only
 * reads.
 */
public record ToolDefinition(
        String name,
        String title,
        String description,
        JsonObject inputSchema,
        Requirement requirement,
        boolean readOnly) {

    /** The entry in {@code tools/list}. */
    public JsonObject json() {
        return JsonValues.object()
                .add("name", name)
                .add("title", title)
                .add("description", description)
                .add("inputSchema", inputSchema)
                .add(
                        "annotations",
                        JsonValues.object()
                                .add("title", title)
                                .add("readOnlyHint", readOnly)
                                .add("openWorldHint", false))
                .build();
    }
}
