package dev.gatehouse.mcp.tool;

import dev.gatehouse.platform.json.JsonValues;
import jakarta.json.JsonObject;

/** A piece of what a tool answers. */
public sealed interface Content {
    /** The piece as the protocol writes it. */
    JsonObject json();

    /** Text for the model. */
    record Text(String text) implements Content {
        @Override
        public JsonObject json() {
            return JsonValues.object().add("type", "text").add("text", text).build();
        }
    }
}
