package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpMethodIT {

    /** Streamable HTTP, Listening for Messages: no stream is offered, and no session can be ended. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "PATCH"})
    void only_post_is_answered(String method) {
        var reply = Http.request(method, "/mcp")
                .header("X-API-Key", Demo.ACME_KEY)
                .header("Accept", "application/json, text/event-stream")
                .send();

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow").orElse("")).contains("POST").doesNotContain(method);
        assertThat(reply.body()).doesNotContain("jsonrpc");
    }

    @Test
    void a_client_that_only_takes_a_stream_is_told_the_same() {
        var reply = Http.get("/mcp")
                .header("X-API-Key", Demo.ACME_KEY)
                .header("Accept", "text/event-stream")
                .send();

        assertThat(reply.status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/mcp/", "/api/v1/mcp", "/api/v1/mcp/"})
    void the_endpoint_answers_under_every_address_that_clients_type_without_redirect(String path) {
        var reply = Http.post(path)
                .header("X-API-Key", Demo.ACME_KEY)
                .json(Rpc.PING)
                .send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Rpc.result(reply)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp/x", "/mcpx", "/MCP", "/mcp.json", "/v1/mcp"})
    void the_endpoint_answers_under_no_other(String path) {
        var reply = Http.post(path)
                .header("X-API-Key", Demo.ACME_KEY)
                .json(Rpc.PING)
                .send();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("WWW-Authenticate")).isEmpty();
    }
}
