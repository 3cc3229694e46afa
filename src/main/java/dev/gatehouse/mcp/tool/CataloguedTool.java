package dev.gatehouse.mcp.tool;

/** A tool with its definition and its compiled input schema. */
record CataloguedTool(Tool tool, ToolDefinition definition, InputSchema schema) {

    static CataloguedTool of(Tool tool) {
        var definition = tool.definition();
        return new CataloguedTool(tool, definition, InputSchema.of(definition.inputSchema()));
    }
}
