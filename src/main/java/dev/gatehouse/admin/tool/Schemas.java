package dev.gatehouse.admin.tool;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** Input schemas written as JSON. */
final class Schemas {
    /** For tools that take nothing. */
    static final JsonObject NOTHING = of("""
        {"type": "object", "properties": {}, "additionalProperties": false}
        """);

    private Schemas() {}

    static JsonObject of(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
