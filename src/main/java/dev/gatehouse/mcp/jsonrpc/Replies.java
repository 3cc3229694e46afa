package dev.gatehouse.mcp.jsonrpc;

import dev.gatehouse.platform.json.JsonValues;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** The two answers of JSON-RPC 2.0 §5. */
public final class Replies {
    private Replies() {}

    /** A result for the request of that id. */
    public static JsonObject result(JsonValue id, JsonObject result) {
        return JsonValues.object()
                .add("jsonrpc", "2.0")
                .add("id", id)
                .add("result", result)
                .build();
    }

    /** An error; its id is null when the request had none that could be read (JSON-RPC 2.0 §5). */
    public static JsonObject error(Optional<JsonValue> id, JsonRpcException problem) {
        var error = JsonValues.object().add("code", problem.error().code()).add("message", problem.getMessage());
        problem.data().ifPresent(data -> error.add("data", data));
        return JsonValues.object()
                .add("jsonrpc", "2.0")
                .add("id", id.orElse(JsonValue.NULL))
                .add("error", error)
                .build();
    }
}
