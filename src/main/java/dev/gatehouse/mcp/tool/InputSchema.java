package dev.gatehouse.mcp.tool;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;

/** A compiled JSON Schema (2020-12) that tells in words what does not fit. It never fetches a remote {@code $ref}. */
final class InputSchema {
    private final Validator validator;
    private final URI uri;
    private final JsonObject schema;

    private InputSchema(Validator validator, URI uri, JsonObject schema) {
        this.validator = validator;
        this.uri = uri;
        this.schema = schema;
    }

    static InputSchema of(JsonObject schema) {
        var validator = new ValidatorFactory()
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .createValidator();
        return new InputSchema(validator, validator.registerSchema(schema), schema);
    }

    /** What is wrong with the arguments, and which there are; empty when they fit. */
    Optional<String> problem(JsonObject arguments) {
        var result = validator.validate(uri, arguments);
        return result.isValid()
                ? Optional.empty()
                : Optional.of(result.getErrors().stream()
                        .map(this::sentence)
                        .distinct()
                        .collect(Collectors.joining("; ", "", ". " + parameters())));
    }

    private String parameters() {
        return schema.get("properties") instanceof JsonObject properties && !properties.isEmpty()
                ? "The tool takes " + String.join(", ", properties.keySet()) + "."
                : "The tool takes no arguments.";
    }

    /** In the validator's words, but for those that only who knows JSON Schema understands. */
    private String sentence(Error error) {
        var place = error.getInstanceLocation().isEmpty()
                ? "arguments"
                : error.getInstanceLocation().substring(1);
        return place + ": "
                + switch (error.getKeyword()) {
                    // The schema false, by which additionalProperties forbids.
                    case null -> "there is no such argument";
                    case "required" -> "missing " + error.getError().replaceAll("^[^\\[]*\\[+|]+$", "");
                    case "pattern" -> description(error).orElse(error.getError());
                    default -> error.getError();
                };
    }

    /** What the schema says of the place for people. */
    private Optional<String> description(Error error) {
        var pointer = URI.create(error.getSchemaLocation()).getFragment() + "/description";
        return pointer.startsWith("/")
                        && Json.createPointer(pointer).containsValue(schema)
                        && schema.getValue(pointer) instanceof JsonString text
                ? Optional.of("must be: " + text.getString())
                : Optional.empty();
    }
}
