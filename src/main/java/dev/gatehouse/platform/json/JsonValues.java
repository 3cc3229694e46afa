package dev.gatehouse.platform.json;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Map;

/**
 * Builders of JSON values. The static methods of {@link Json} look their provider up at every call; this looks it up
 * once.
 */
public final class JsonValues {
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private JsonValues() {}

    /** Builds an object. */
    public static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    /** Builds on the members of an object. */
    public static JsonObjectBuilder object(JsonObject members) {
        return BUILDERS.createObjectBuilder(members);
    }

    /** Builds on the members of a map. */
    public static JsonObjectBuilder object(Map<String, Object> members) {
        return BUILDERS.createObjectBuilder(members);
    }

    /** Builds an array. */
    public static JsonArrayBuilder array() {
        return BUILDERS.createArrayBuilder();
    }

    /** Builds on the items of a collection. */
    public static JsonArrayBuilder array(Collection<?> items) {
        return BUILDERS.createArrayBuilder(items);
    }
}
