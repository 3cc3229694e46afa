package dev.gatehouse.mcp.protocol;

import dev.gatehouse.mcp.jsonrpc.Message;
import dev.gatehouse.platform.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON-RPC requests and headers for tests. */
final class Requests {
    static final McpHeaders NO_HEADERS = headers(null, null, null);

    private Requests() {}

    static Message.Request request(String method, String params) {
        var body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params);
        return (Message.Request) Message.parse(StrictJson.value(body.getBytes(StandardCharsets.UTF_8)));
    }

    static McpHeaders headers(String version, String method, String name) {
        return new McpHeaders(Optional.ofNullable(version), Optional.ofNullable(method), Optional.ofNullable(name));
    }
}
