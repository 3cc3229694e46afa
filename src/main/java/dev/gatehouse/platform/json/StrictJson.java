package dev.gatehouse.platform.json;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads JSON from strangers: UTF-8 only, one value, no duplicate names, limited depth and number of values. Size is
 * limited before it gets here.
 */
public final class StrictJson {
    /** How deep arrays and objects may nest: far beyond honest use, far below what could exhaust a stack. */
    public static final int MAX_DEPTH = 64;

    /** How many values there may be: each takes many times its bytes in memory. */
    public static final int MAX_VALUES = 100_000;

    private static final Pattern SCALAR =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?|true|false|null");

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private StrictJson() {}

    /** The one value in the bytes, or a {@link JsonFormatException} that says what is wrong with them. */
    public static JsonValue value(byte[] utf8) {
        var text = decode(utf8);
        requireOneScalar(text.strip());
        requireModest(text);
        try (var reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException
                | ArithmeticException e) {
            throw new JsonFormatException(
                    "The body is not valid JSON, names a member twice, or has a number beyond all bounds.");
        }
    }

    /** The one object in the bytes; any other value is a {@link JsonFormatException}. */
    public static JsonObject object(byte[] utf8) {
        if (value(utf8) instanceof JsonObject object) {
            return object;
        }
        throw new JsonFormatException("The body must be a JSON object.");
    }

    private static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonFormatException("The body is not UTF-8.");
        }
    }

    /** A value that is neither object, array nor string has no end of its own by which to tell what follows. */
    private static void requireOneScalar(String text) {
        if (!text.isEmpty()
                && "{[\"".indexOf(text.charAt(0)) < 0
                && !SCALAR.matcher(text).matches()) {
            throw new JsonFormatException("The body is not valid JSON.");
        }
    }

    /** The parser stops behind the first value; what follows must not be overlooked. */
    private static void requireEnd(String text, int from, int depth) {
        if (depth <= 0 && !text.substring(from).isBlank()) {
            throw new JsonFormatException("The body has something behind its first JSON value.");
        }
    }

    /** The parser recurses and keeps all that it reads, so depth and values are counted before it starts. */
    private static void requireModest(String text) {
        int depth = 0;
        int values = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                    requireEnd(text, i + 1, depth);
                }
            } else {
                switch (c) {
                    case '"' -> quoted = true;
                    case '{', '[' -> requireWithin(++depth, ++values);
                    case ',' -> requireWithin(depth, ++values);
                    case '}', ']' -> requireEnd(text, i + 1, --depth);
                    default -> {}
                }
            }
        }
    }

    private static void requireWithin(int depth, int values) {
        if (depth > MAX_DEPTH) {
            throw new JsonFormatException("The body nests deeper than " + MAX_DEPTH + " levels.");
        }
        if (values > MAX_VALUES) {
            throw new JsonFormatException("The body has more than " + MAX_VALUES + " values.");
        }
    }
}
