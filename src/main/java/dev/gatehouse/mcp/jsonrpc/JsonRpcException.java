package dev.gatehouse.mcp.jsonrpc;

import jakarta.json.JsonObject;
import java.util.Optional;

/** A message that is answered with a JSON-RPC error, in an HTTP response of the given status. */
public class JsonRpcException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int IN_BAND = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final JsonRpcError error;
    private final int status;
    private final transient JsonObject data;

    private JsonRpcException(JsonRpcError error, int status, String message, JsonObject data) {
        super(message);
        this.error = error;
        this.status = status;
        this.data = data;
    }

    /** An error of the request itself, which HTTP carried well. */
    public static JsonRpcException inBand(JsonRpcError error, String message) {
        return new JsonRpcException(error, IN_BAND, message, null);
    }

    /** An error that the revision wants to be an HTTP error too. */
    public static JsonRpcException badRequest(JsonRpcError error, String message) {
        return new JsonRpcException(error, BAD_REQUEST, message, null);
    }

    /** The same with data for the client's program. */
    public static JsonRpcException badRequest(JsonRpcError error, String message, JsonObject data) {
        return new JsonRpcException(error, BAD_REQUEST, message, data);
    }

    /** A method that does not exist, where the revision wants HTTP 404 for it. */
    public static JsonRpcException notFound(String message) {
        return new JsonRpcException(JsonRpcError.METHOD_NOT_FOUND, NOT_FOUND, message, null);
    }

    /** The code. */
    public JsonRpcError error() {
        return error;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Data for the client's program, if any. */
    public Optional<JsonObject> data() {
        return Optional.ofNullable(data);
    }
}
