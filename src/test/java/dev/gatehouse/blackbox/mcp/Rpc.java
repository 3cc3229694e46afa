package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.JsonObject;

/** JSON-RPC spelled out as text, sent with the full key of Acme. */
final class Rpc {
    static final String MODERN = "2026-07-28";
    static final String META = """
        "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
        "io.modelcontextprotocol/clientCapabilities":{}}\
        """;
    static final String PING = request("ping", "{}");

    private Rpc() {}

    /** A request with id 1. */
    static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params);
    }

    /** A POST to the endpoint, still without a body. */
    static Http post() {
        return Http.post("/mcp").header("X-API-Key", Demo.ACME_KEY);
    }

    /** Sends a body as it is. */
    static Reply send(String body) {
        return post().json(body).send();
    }

    /** Sends a request before 2026-07-28. */
    static Reply legacy(String method, String params) {
        return send(request(method, params));
    }

    /** Sends a request of 2026-07-28 with its headers; further members of params begin with a comma. */
    static Reply modern(String method, String moreParams) {
        return modernHeaders(method)
                .json(request(method, "{" + META + moreParams + "}"))
                .send();
    }

    /** A POST with the two headers that every request of 2026-07-28 has. */
    static Http modernHeaders(String method) {
        return post().header("MCP-Protocol-Version", MODERN).header("Mcp-Method", method);
    }

    /** The result of a request that must succeed. */
    static JsonObject result(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(reply.json().keySet()).containsExactlyInAnyOrder("jsonrpc", "id", "result");
        return reply.json().getJsonObject("result");
    }

    /** The error of a request that must be refused by JSON-RPC. */
    static JsonObject error(Reply reply, int status, int code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(reply.json().keySet()).containsExactlyInAnyOrder("jsonrpc", "id", "error");
        var error = reply.json().getJsonObject("error");
        assertThat(error.getInt("code")).as(reply.body()).isEqualTo(code);
        assertThat(error.getString("message")).isNotBlank().doesNotContain("Exception");
        return error;
    }
}
