package dev.gatehouse.mcp.jsonrpc;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepliesTest {

    @Test
    void a_result_echoes_the_id() {
        assertThat(Replies.result(Json.createValue("a"), JsonValue.EMPTY_JSON_OBJECT))
                .hasToString("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"result\":{}}");
    }

    @Test
    void an_error_has_code_and_message() {
        assertThat(Replies.error(
                        Optional.of(Json.createValue(7)),
                        JsonRpcException.inBand(JsonRpcError.INVALID_PARAMS, "No such tool.")))
                .hasToString(
                        "{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":-32602,\"message\":\"No such tool.\"}}");
    }

    /** JSON-RPC 2.0 §5: null when the id could not be read. */
    @Test
    void an_error_of_nobody_knows_what_has_the_id_null() {
        assertThat(Replies.error(Optional.empty(), JsonRpcException.badRequest(JsonRpcError.PARSE_ERROR, "No JSON.")))
                .hasToString("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"No JSON.\"}}");
    }

    @Test
    void an_error_may_carry_data() {
        var data = Json.createObjectBuilder().add("requested", "x").build();

        assertThat(Replies.error(
                                Optional.empty(),
                                JsonRpcException.badRequest(JsonRpcError.UNSUPPORTED_PROTOCOL_VERSION, "No.", data))
                        .getJsonObject("error"))
                .containsEntry("data", data);
    }
}
