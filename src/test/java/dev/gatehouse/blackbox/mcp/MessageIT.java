package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON-RPC 2.0 §4 and §5, as Streamable HTTP narrows them. */
class MessageIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "0",
                "-1",
                "9007199254740993",
                "123456789012345678901234567890",
                "\"\"",
                "\"a\"",
                "\"密码 \\u0000\""
            })
    void a_result_echoes_the_id_as_it_came(String id) {
        assertThat(ping(id).body()).contains("\"id\":" + id);
    }

    @Test
    void an_error_echoes_the_id_too() {
        assertThat(Rpc.send("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"nobody/knows\"}")
                        .json()
                        .getString("id"))
                .isEqualTo("a");
        assertThat(Rpc.send("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":5}")
                        .json()
                        .getString("id"))
                .isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1.5", "1e2", "1e999999999", "true", "{}", "[1]"})
    void an_id_that_is_neither_text_nor_integer_is_refused_and_not_echoed(String id) {
        var reply = ping(id);

        Rpc.error(reply, 400, -32600);
        assertThat(reply.json().get("id")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void an_id_of_a_megabyte_is_echoed() {
        var id = "x".repeat(1_000_000);

        assertThat(ping("\"" + id + "\"").json().getString("id")).isEqualTo(id);
    }

    /** Bad input gets a clear error and never a 500. */
    @ParameterizedTest
    @ValueSource(ints = {1_100, 1_101, 100_000, 1_000_000})
    void an_id_of_that_many_digits_is_echoed_or_refused(int digits) {
        assertThat(ping("7".repeat(digits)).status()).isIn(200, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
                "[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}]"
            })
    void batches_are_refused(String batch) {
        assertThat(Rpc.error(Rpc.send(batch), 400, -32600).getString("message")).contains("batch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "5",
                "\"ping\"",
                "{}",
                "{\"method\":\"ping\",\"id\":1}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":null}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":[\"ping\"]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":\"x\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"params\":7}"
            })
    void what_is_no_message_is_an_invalid_request(String body) {
        Rpc.error(Rpc.send(body), 400, -32600);
    }

    @Test
    void unknown_members_do_not_matter() {
        assertThat(Rpc.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"more\":{\"x\":1}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_huge_method_name_is_not_repeated() {
        var reply = Rpc.legacy("m".repeat(100_000), "{}");

        Rpc.error(reply, 200, -32601);
        assertThat(reply.body()).hasSizeLessThan(1_000);
    }

    private static Reply ping(String id) {
        return Rpc.send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}");
    }
}
