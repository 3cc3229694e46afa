package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an authenticated caller sends and is refused is on record once, under the request id of the answer. */
class MessageAuditIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"}"
            })
    void tells_of_a_message_that_is_none(String body) {
        requireRecorded(Rpc.send(body), "mcp.message_refused", "refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":7}", "{\"name\":\"whoami\",\"arguments\":[]}", "{\"name\":\"no_such\"}"})
    void tells_of_a_call_that_reaches_no_tool(String params) {
        requireRecorded(Rpc.legacy("tools/call", params), "tool.call", "failed");
    }

    @Test
    void has_nothing_to_tell_of_a_message_that_is_answered() {
        assertThat(Audit.during(Rpc.send(Rpc.PING))).isEmpty();
    }

    private static void requireRecorded(Reply reply, String action, String outcome) {
        assertThat(Audit.during(reply)).singleElement().satisfies(event -> {
            assertThat(event.getString("action")).isEqualTo(action);
            assertThat(event.getString("outcome")).isEqualTo(outcome);
            assertThat(event.getString("userLabel")).isEqualTo(Demo.OWNER.email());
        });
    }
}
