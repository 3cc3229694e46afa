package dev.gatehouse.mcp.tool;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** Input schemas written as JSON. */
public final class Schemas {
    /** For tools that take nothing. */
    public static final JsonObject NOTHING = of("""
        {"type": "object", "properties": {}, "additionalProperties": false}
        """);

    private Schemas() {}

    /** The schema in a JSON text that is part of the program; anything else than an object is a defect. */
    public static JsonObject of(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
