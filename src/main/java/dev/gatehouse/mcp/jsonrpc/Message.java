package dev.gatehouse.mcp.jsonrpc;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/** One JSON-RPC 2.0 message. Ids and parameters stay as they came, so that they go back and on unchanged. */
public sealed interface Message {
    /** Wants an answer with the same id, a string or an integer. */
    record Request(JsonValue id, String method, JsonObject params) implements Message {}

    /** Wants none. */
    record Notification(String method, JsonObject params) implements Message {}

    /** Answers something that we asked. */
    record Response(JsonObject body) implements Message {}

    /** Reads a message; anything else is an invalid request (JSON-RPC 2.0 §4). */
    static Message parse(JsonValue value) {
        if (!(value instanceof JsonObject body)) {
            throw invalid("The body must be one JSON-RPC message; batches are not part of this protocol revision.");
        }
        if (!(body.get("jsonrpc") instanceof JsonString version)
                || !version.getString().equals("2.0")) {
            throw invalid("jsonrpc must be \"2.0\".");
        }
        if (!body.containsKey("method")) {
            return response(body);
        }
        if (!(body.get("method") instanceof JsonString method)) {
            throw invalid("method must be a string.");
        }
        return body.containsKey("id")
                ? new Request(id(body.get("id")), method.getString(), params(body))
                : new Notification(method.getString(), params(body));
    }

    /** The id in a value that may not even be a message, for the answer to it. */
    static Optional<JsonValue> idOf(JsonValue value) {
        return value instanceof JsonObject body
                ? Optional.ofNullable(body.get("id")).filter(Message::valid)
                : Optional.empty();
    }

    private static Message response(JsonObject body) {
        if (body.containsKey("id") && body.containsKey("result") != body.containsKey("error")) {
            return new Response(body);
        }
        throw invalid("The message has neither a method nor a result nor an error.");
    }

    private static JsonValue id(JsonValue id) {
        if (!valid(id)) {
            throw invalid("id must be a string or an integer.");
        }
        return id;
    }

    private static boolean valid(JsonValue id) {
        return id instanceof JsonString || (id instanceof JsonNumber number && number.isIntegral());
    }

    private static JsonObject params(JsonObject body) {
        return switch (body.get("params")) {
            case null -> JsonValue.EMPTY_JSON_OBJECT;
            case JsonObject params -> params;
            default -> throw invalid("params must be an object.");
        };
    }

    private static JsonRpcException invalid(String message) {
        return JsonRpcException.badRequest(JsonRpcError.INVALID_REQUEST, message);
    }
}
