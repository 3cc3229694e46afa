package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Reply;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not even become a message. */
class BodyIT {
    private static final int LIMIT = 4_194_304;

    @AfterEach
    void the_endpoint_still_answers() {
        assertThat(Rpc.send(Rpc.PING).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nonsense",
                "{'jsonrpc':'2.0'}",
                "{\"jsonrpc\":\"2.0\",\"id\":01,\"method\":\"ping\"}",
                "\0",
                "<xml/>",
                "jsonrpc=2.0"
            })
    void what_is_not_json_is_a_parse_error(String body) {
        refused(Rpc.send(body));
    }

    /** Two readers of one body must not read two messages. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "}", ",", "{}", "\0", "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}", "// x"})
    void anything_after_the_message_is_a_parse_error(String more) {
        refused(Rpc.send(Rpc.PING + more));
    }

    @Test
    void blanks_around_the_message_are_none() {
        assertThat(Rpc.send("\r\n\t " + Rpc.PING + " \n").status()).isEqualTo(200);
    }

    @Test
    void bytes_that_are_not_utf_8_are_a_parse_error() {
        refused(bytes("{\"jsonrpc\":\"2.0\",\"id\":\"é\",\"method\":\"ping\"}".getBytes(StandardCharsets.ISO_8859_1)));
        refused(bytes(Rpc.PING.getBytes(StandardCharsets.UTF_16)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"method\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"\\u006dethod\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"whoami\",\"name\":\"x\"}}"
            })
    void a_name_that_comes_twice_is_a_parse_error(String body) {
        refused(Rpc.send(body));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000, 100_000, 2_000_000})
    void nesting_without_end_is_a_parse_error(int depth) {
        refused(Rpc.send("[".repeat(depth) + "]".repeat(depth)));
        refused(Rpc.send("[".repeat(depth)));
    }

    @Test
    void nesting_in_arguments_is_a_parse_error() {
        refused(Rpc.legacy(
                "tools/call",
                "{\"name\":\"whoami\",\"arguments\":" + "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000) + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1e-2147483649"})
    void a_number_beyond_all_bounds_is_a_parse_error(String number) {
        refused(Rpc.legacy("tools/call", "{\"name\":\"whoami\",\"arguments\":{\"a\":" + number + "}}"));
    }

    @Test
    void more_values_than_fit_are_a_parse_error() {
        refused(Rpc.legacy(
                "tools/call", "{\"name\":\"whoami\",\"arguments\":{\"a\":[" + "{\"\":1},".repeat(200_000) + "1]}}"));
    }

    @Test
    void four_mebibytes_are_read() {
        assertThat(Rpc.send(padded(LIMIT)).status()).isEqualTo(200);
    }

    @Test
    void one_byte_more_is_too_large() {
        var reply = Rpc.send(padded(LIMIT + 1));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().keySet()).containsExactlyInAnyOrder("error", "detail");
        assertThat(reply.json().getString("detail")).contains("4194304");
    }

    @Test
    void more_without_saying_so_before_is_too_large() {
        assertThat(Rpc.post()
                        .chunked("application/json", padded(LIMIT + 1).getBytes(StandardCharsets.UTF_8))
                        .send()
                        .status())
                .isEqualTo(413);
    }

    private static void refused(Reply reply) {
        Rpc.error(reply, 400, -32700);
    }

    private static Reply bytes(byte[] body) {
        return Rpc.post().body("application/json", body).send();
    }

    private static String padded(int length) {
        return " ".repeat(length - Rpc.PING.length()) + Rpc.PING;
    }
}
