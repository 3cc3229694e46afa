package dev.gatehouse.mcp.jsonrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.platform.json.StrictJson;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "0", "-7", "9007199254740993", "99999999999999999999999999", "\"\"", "\"a-1\"", "\"密\""})
    void reads_a_request_and_keeps_its_id_as_it_came(String id) {
        assertThat(parse("{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"ping\"}".formatted(id)))
                .isInstanceOfSatisfying(Message.Request.class, request -> {
                    assertThat(request.id()).hasToString(id);
                    assertThat(request.method()).isEqualTo("ping");
                    assertThat(request.params()).isEmpty();
                });
    }

    @Test
    void reads_parameters_and_leaves_unknown_members_alone() {
        assertThat(parse("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\",\"params\":{\"a\":{\"b\":1.10}},\"more\":1}"))
                .isInstanceOfSatisfying(
                        Message.Request.class,
                        request -> assertThat(request.params()).hasToString("{\"a\":{\"b\":1.10}}"));
    }

    @Test
    void reads_a_notification() {
        assertThat(parse("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"))
                .isInstanceOf(Message.Notification.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"result\":{}", "\"error\":{\"code\":1,\"message\":\"m\"}", "\"result\":null"})
    void reads_a_response(String outcome) {
        assertThat(parse("{\"jsonrpc\":\"2.0\",\"id\":1,%s}".formatted(outcome)))
                .isInstanceOf(Message.Response.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1.5", "1.0", "1e2", "1e999999999", "true", "{}", "[]", "[1]"})
    void refuses_an_id_that_is_neither_string_nor_integer(String id) {
        refuses(
                "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"ping\"}".formatted(id),
                "id must be a string or an integer.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[1]", "\"x\"", "1", "true"})
    void refuses_parameters_that_are_no_object(String params) {
        refuses(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":%s}".formatted(params),
                "params must be an object.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "{}", "[]", "true"})
    void refuses_a_method_that_is_no_string(String method) {
        refuses("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":%s}".formatted(method), "method must be a string.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\"jsonrpc\":\"1.0\",", "\"jsonrpc\":2.0,", "\"jsonrpc\":null,", "\"jsonrpc\":\"2.0 \","})
    void refuses_another_version_of_json_rpc(String version) {
        refuses("{%s\"id\":1,\"method\":\"ping\"}".formatted(version), "jsonrpc must be \"2.0\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", "null", "1", "\"x\"", "true"})
    void refuses_batches_and_anything_else_that_is_no_object(String body) {
        refuses(body, "The body must be one JSON-RPC message; batches are not part of this protocol revision.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{}}"
            })
    void refuses_what_neither_asks_nor_answers(String body) {
        refuses(body, "The message has neither a method nor a result nor an error.");
    }

    @Test
    void finds_the_id_in_what_is_no_message() {
        assertThat(Message.idOf(json("{\"id\":7,\"method\":5}")))
                .hasValueSatisfying(id -> assertThat(id).hasToString("7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"id\":null}", "{\"id\":1.5}", "{\"id\":{}}", "1"})
    void finds_no_id_where_there_is_none_to_echo(String body) {
        assertThat(Message.idOf(json(body))).isEmpty();
    }

    private static void refuses(String body, String message) {
        assertThatExceptionOfType(JsonRpcException.class)
                .isThrownBy(() -> parse(body))
                .withMessage(message)
                .satisfies(refusal -> {
                    assertThat(refusal.error()).isEqualTo(JsonRpcError.INVALID_REQUEST);
                    assertThat(refusal.status()).isEqualTo(400);
                });
    }

    private static Message parse(String body) {
        return Message.parse(json(body));
    }

    private static JsonValue json(String text) {
        return StrictJson.value(text.getBytes(StandardCharsets.UTF_8));
    }
}
