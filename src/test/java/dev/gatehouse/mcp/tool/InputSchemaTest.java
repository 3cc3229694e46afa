package dev.gatehouse.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.platform.json.StrictJson;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputSchemaTest {
    private static final InputSchema SCHEMA = InputSchema.of(json("""
        {
          "type": "object",
          "properties": {
            "limit": {"type": "integer", "minimum": 1, "maximum": 200},
            "name": {"type": "string", "maxLength": 3, "pattern": "^[^ ]*$", "description": "No blanks"},
            "nested": {"type": "object", "properties": {"flag": {"type": "boolean"}}}
          },
          "required": ["limit"],
          "additionalProperties": false
        }
        """));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"limit\":1}",
                "{\"limit\":200,\"name\":\"abc\"}",
                "{\"limit\":2.0}",
                "{\"limit\":1e2}",
                "{\"limit\":1,\"nested\":{\"flag\":true,\"more\":1}}",
                "{\"limit\":1,\"name\":\"🔑🔑🔑\"}"
            })
    void finds_nothing_wrong_with_what_fits(String arguments) {
        assertThat(SCHEMA.problem(json(arguments))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{}|arguments",
                "{\"limit\":0}|limit",
                "{\"limit\":201}|limit",
                "{\"limit\":1.5}|limit",
                "{\"limit\":\"1\"}|limit",
                "{\"limit\":null}|limit",
                "{\"limit\":1,\"name\":\"abcd\"}|name",
                "{\"limit\":1,\"name\":5}|name",
                "{\"limit\":1,\"nested\":{\"flag\":\"yes\"}}|nested/flag",
                "{\"limit\":1,\"other\":1}|other"
            })
    void names_the_place_that_does_not_fit(String arguments, String place) {
        assertThat(SCHEMA.problem(json(arguments)))
                .hasValueSatisfying(problem -> assertThat(problem).contains(place + ": "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{}|arguments: missing limit.",
                "{\"limit\":1,\"other\":1}|other: there is no such argument.",
                "{\"limit\":1,\"name\":\" \"}|name: must be: No blanks."
            })
    void says_it_in_words_for_those_who_do_not_know_json_schema(String arguments, String sentence) {
        assertThat(SCHEMA.problem(json(arguments))).contains(sentence + " The tool takes limit, name, nested.");
    }

    @Test
    void keeps_the_validators_words_where_the_schema_has_none_of_its_own() {
        var bare = InputSchema.of(json("{\"type\":\"object\",\"properties\":{\"a\":{\"pattern\":\"^x$\"}}}"));

        assertThat(bare.problem(json("{\"a\":\"y\"}")))
                .hasValueSatisfying(
                        problem -> assertThat(problem).startsWith("a: ").contains("^x$"));
    }

    @Test
    void names_every_place_that_does_not_fit() {
        assertThat(SCHEMA.problem(json("{\"limit\":0,\"name\":5}")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("limit: ", "; ", "name: "));
    }

    /** 2026-07-28, Tools: a network reference must not be fetched. */
    @Test
    void fetches_nothing_to_validate() {
        var remote = json("{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"http://localhost:1/schema\"}}}");

        assertThat(outcome(
                        () -> InputSchema.of(remote).problem(json("{\"a\":1}")).isPresent()))
                .isTrue();
    }

    private static boolean outcome(java.util.function.BooleanSupplier validation) {
        try {
            return validation.getAsBoolean();
        } catch (RuntimeException unresolved) {
            return true;
        }
    }

    private static JsonObject json(String text) {
        return StrictJson.object(text.getBytes(StandardCharsets.UTF_8));
    }
}
