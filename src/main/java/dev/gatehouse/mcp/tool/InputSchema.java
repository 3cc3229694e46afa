package dev.gatehouse.mcp.tool;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;

/** A compiled JSON Schema (2020-12) that tells in words what does not fit. It never fetches a remote {@code $ref}. */
final class InputSchema {
    private static final String NOT_ALLOWED = "False schema always fails.";

    private final Validator validator;
    private final URI uri;
    private final String parameters;

    private InputSchema(Validator validator, URI uri, String parameters) {
        this.validator = validator;
        this.uri = uri;
        this.parameters = parameters;
    }

    static InputSchema of(JsonObject schema) {
        var validator = new ValidatorFactory()
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .createValidator();
        return new InputSchema(validator, validator.registerSchema(schema), parameters(schema));
    }

    /** What is wrong with the arguments, and which there are; empty when they fit. */
    Optional<String> problem(JsonObject arguments) {
        var result = validator.validate(uri, arguments);
        return result.isValid()
                ? Optional.empty()
                : Optional.of(result.getErrors().stream()
                        .map(InputSchema::sentence)
                        .distinct()
                        .collect(Collectors.joining("; ", "", ". " + parameters)));
    }

    private static String parameters(JsonObject schema) {
        return schema.get("properties") instanceof JsonObject properties && !properties.isEmpty()
                ? "The tool takes " + String.join(", ", properties.keySet()) + "."
                : "The tool takes no arguments.";
    }

    private static String sentence(Error error) {
        var place = error.getInstanceLocation().isEmpty()
                ? "arguments"
                : error.getInstanceLocation().substring(1);
        return place + ": " + (NOT_ALLOWED.equals(error.getError()) ? "there is no such argument" : error.getError());
    }
}
