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
    private final Validator validator;
    private final URI uri;

    private InputSchema(Validator validator, URI uri) {
        this.validator = validator;
        this.uri = uri;
    }

    static InputSchema of(JsonObject schema) {
        var validator = new ValidatorFactory()
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .createValidator();
        return new InputSchema(validator, validator.registerSchema(schema));
    }

    /** What is wrong with the arguments; empty when they fit. */
    Optional<String> problem(JsonObject arguments) {
        var result = validator.validate(uri, arguments);
        return result.isValid()
                ? Optional.empty()
                : Optional.of(result.getErrors().stream()
                        .map(InputSchema::sentence)
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private static String sentence(Error error) {
        var place = error.getInstanceLocation().isEmpty()
                ? "arguments"
                : error.getInstanceLocation().substring(1);
        return place + ": " + error.getError();
    }
}
