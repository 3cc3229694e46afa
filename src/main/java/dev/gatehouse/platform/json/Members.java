package dev.gatehouse.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Typed access to the members of a stranger's object: absent and null are empty, a wrong type is a
 * {@link JsonFormatException}.
 */
public record Members(JsonObject object) {

    /** A string member. */
    public Optional<String> string(String name) {
        return member(name).map(value -> text(name, value));
    }

    /** A member that is an array of strings. */
    public Optional<List<String>> strings(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonArray array) {
                return array.stream()
                        .map(item -> text("every item of " + name, item))
                        .toList();
            }
            throw new JsonFormatException(name + " must be an array of strings.");
        });
    }

    /** A member that is an object. */
    public Optional<JsonObject> object(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonObject nested) {
                return nested;
            }
            throw new JsonFormatException(name + " must be an object.");
        });
    }

    /** A member that is a boolean; absent is false. */
    public boolean flag(String name) {
        return member(name)
                .map(value -> switch (value.getValueType()) {
                    case TRUE -> true;
                    case FALSE -> false;
                    default -> throw new JsonFormatException(name + " must be true or false.");
                })
                .orElse(false);
    }

    private Optional<JsonValue> member(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> value != JsonValue.NULL);
    }

    private static String text(String name, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new JsonFormatException(name + " must be a string.");
    }
}
