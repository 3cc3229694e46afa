package dev.gatehouse.blackbox.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** An MCP client with one credential, in either era. */
public final class McpDriver {
    private static final String MODERN = "2026-07-28";

    private final UnaryOperator<Http> credential;
    private final boolean modern;

    private McpDriver(UnaryOperator<Http> credential, boolean modern) {
        this.credential = credential;
        this.modern = modern;
    }

    /** With an access token, or an API key as bearer token. */
    public static McpDriver bearer(String token) {
        return new McpDriver(request -> request.bearer(token), false);
    }

    /** With an API key in its own header. */
    public static McpDriver key(String key) {
        return new McpDriver(request -> request.header("X-API-Key", key), false);
    }

    /** With an access token that is bound to a key, and the proof of that key that is made for each request. */
    public static McpDriver bound(String token, Signer signer) {
        return bound(token, () -> signer.mcpProof(token));
    }

    /** With an access token that is bound to a key, and whatever is sent as its proof. */
    public static McpDriver bound(String token, Supplier<String> proof) {
        return new McpDriver(
                request -> request.header("Authorization", "DPoP " + token).header("DPoP", proof.get()), false);
    }

    /** The same client speaking 2026-07-28. */
    public McpDriver modern() {
        return new McpDriver(credential, true);
    }

    /** Sends a body as it is. */
    public Reply post(String body) {
        return credential.apply(Http.post("/mcp")).json(body).send();
    }

    /** Sends a request with id 1. */
    public Reply request(String method, JsonObject params) {
        var http = credential.apply(Http.post("/mcp")).header("Accept", "application/json, text/event-stream");
        var all = Json.createObjectBuilder(params);
        if (modern) {
            http.header("MCP-Protocol-Version", MODERN).header("Mcp-Method", method);
            if (params.containsKey("name")) {
                http.header("Mcp-Name", params.getString("name"));
            }
            all.add(
                    "_meta",
                    Json.createObjectBuilder()
                            .add("io.modelcontextprotocol/protocolVersion", MODERN)
                            .add("io.modelcontextprotocol/clientCapabilities", JsonValue.EMPTY_JSON_OBJECT));
        }
        return http.json(Json.createObjectBuilder()
                        .add("jsonrpc", "2.0")
                        .add("id", 1)
                        .add("method", method)
                        .add("params", all)
                        .build())
                .send();
    }

    /** Calls a tool without arguments. */
    public Reply call(String tool) {
        return call(tool, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Calls a tool. */
    public Reply call(String tool, JsonObject arguments) {
        return request(
                "tools/call",
                Json.createObjectBuilder()
                        .add("name", tool)
                        .add("arguments", arguments)
                        .build());
    }

    /** The structured content of a tool call that must succeed. */
    public JsonObject result(String tool) {
        return call(tool).json().getJsonObject("result").getJsonObject("structuredContent");
    }

    /** The names in {@code tools/list}. */
    public List<String> tools() {
        return request("tools/list", JsonValue.EMPTY_JSON_OBJECT)
                .json()
                .getJsonObject("result")
                .getJsonArray("tools")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(tool -> tool.getString("name"))
                .toList();
    }

    /** The newest audit events of the caller's organization. */
    public List<JsonObject> auditEvents(int limit) {
        return call(
                        "list_audit_events",
                        Json.createObjectBuilder().add("limit", limit).build())
                .json()
                .getJsonObject("result")
                .getJsonObject("structuredContent")
                .getJsonArray("events")
                .getValuesAs(JsonObject.class);
    }
}
