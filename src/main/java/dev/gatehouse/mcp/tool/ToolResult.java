package dev.gatehouse.mcp.tool;

import dev.gatehouse.platform.json.JsonValues;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** What a tool answers. A tool that fails says so here, where the model reads it, and not by a protocol error. */
public record ToolResult(List<Content> content, Optional<JsonObject> structured, boolean error) {

    /** A structured answer, repeated as text for clients that read only text. */
    public static ToolResult of(JsonObject structured) {
        return new ToolResult(List.of(new Content.Text(structured.toString())), Optional.of(structured), false);
    }

    /** A failure, told so that the model or the person knows what to do. */
    public static ToolResult failure(String message) {
        return new ToolResult(List.of(new Content.Text(message)), Optional.empty(), true);
    }

    /** The result of {@code tools/call}. */
    public JsonObject json() {
        var pieces = JsonValues.array();
        content.forEach(piece -> pieces.add(piece.json()));
        var result = JsonValues.object().add("content", pieces);
        structured.ifPresent(value -> result.add("structuredContent", value));
        return result.add("isError", error).build();
    }
}
