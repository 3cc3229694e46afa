package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streamable HTTP, Sending Messages: what wants no answer gets 202 and nothing else. */
class NotificationIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/nobody-knows\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"name\":\"whoami\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":\"no\"}}"
            })
    void is_accepted_without_a_word(String body) {
        var reply = Rpc.send(body);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void does_nothing_when_it_should_have_been_a_request() {
        var before = Rpc.result(Rpc.legacy("tools/call", "{\"name\":\"whoami\"}"));

        Rpc.send("{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":"
                + "{\"name\":\"rename_organization\",\"arguments\":{\"name\":\"By notification\"}}}");

        assertThat(Rpc.result(Rpc.legacy("tools/call", "{\"name\":\"whoami\"}")))
                .isEqualTo(before);
    }

    /** 2026-07-28 defines no header rules for notifications. */
    @Test
    void needs_no_headers_of_its_own() {
        assertThat(Rpc.post()
                        .header("MCP-Protocol-Version", Rpc.MODERN)
                        .json(
                                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}")
                        .send()
                        .status())
                .isEqualTo(202);
    }

    /** 2025-11-25, Protocol Version Header: an unsupported version must be answered with 400. */
    @Test
    void is_refused_under_a_revision_that_is_not_served() {
        var reply = Rpc.post()
                .header("MCP-Protocol-Version", "1999-01-01")
                .json("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .send();

        assertThat(reply.status()).isEqualTo(400);
    }
}
