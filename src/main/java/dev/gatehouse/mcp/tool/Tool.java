package dev.gatehouse.mcp.tool;

import dev.gatehouse.access.McpActor;
import jakarta.json.JsonObject;

/** Something that an actor can have done. A CDI bean of this type is offered without being listed anywhere. */
public interface Tool {
    /** How it is offered. */
    ToolDefinition definition();

    /** Does it, in a transaction, with arguments that fit the input schema, for an actor who meets the requirement. */
    ToolResult call(McpActor actor, JsonObject arguments);
}
