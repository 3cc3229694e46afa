package dev.gatehouse.mcp.protocol;

import static dev.gatehouse.mcp.protocol.Requests.headers;
import static dev.gatehouse.mcp.protocol.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.mcp.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.jsonrpc.JsonRpcException;
import dev.gatehouse.mcp.jsonrpc.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class McpHeadersTest {
    private static final String VERSION = "2026-07-28";
    private static final Message.Request LIST = request("tools/list", "{}");

    @Test
    void accepts_headers_that_say_what_the_body_says() {
        accepts(headers(VERSION, "tools/list", null), LIST);
        accepts(headers(VERSION, "tools/call", "whoami"), call("whoami"));
    }

    @Test
    void asks_for_a_name_only_where_the_body_has_one() {
        accepts(headers(VERSION, "tools/list", "whoami"), LIST);
        accepts(headers(VERSION, "tools/call", null), request("tools/call", "{}"));
    }

    @Test
    void refuses_a_missing_header() {
        refuses(headers(null, "tools/list", null), LIST, "The header MCP-Protocol-Version is missing.");
        refuses(headers(VERSION, null, null), LIST, "The header Mcp-Method is missing.");
        refuses(headers(VERSION, "tools/call", null), call("whoami"), "The header Mcp-Name is missing.");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, tools/call, whoami, MCP-Protocol-Version",
        "2026-07-28, tools/list, whoami, Mcp-Method",
        "2026-07-28, Tools/Call, whoami, Mcp-Method",
        "2026-07-28, tools/call, rename_organization, Mcp-Name",
        "2026-07-28, tools/call, WHOAMI, Mcp-Name"
    })
    void refuses_a_header_that_differs(String version, String method, String name, String header) {
        refuses(
                headers(version, method, name),
                call("whoami"),
                "The header %s differs from the body.".formatted(header));
    }

    @ParameterizedTest
    @CsvSource({"密码, =?base64?5a+G56CB?=", "whoami, =?base64?d2hvYW1p?=", "'', =?base64??="})
    void decodes_a_name_that_no_header_can_carry(String name, String header) {
        accepts(headers(VERSION, "tools/call", header), call(name));
    }

    /** The marker is case-sensitive, and one without the other is no marker. */
    @ParameterizedTest
    @ValueSource(
            strings = {"=?BASE64?d2hvYW1p?=", "=?base64?d2hvYW1p", "d2hvYW1p?=", "=?base64?=", "=?utf-8?b?d2hvYW1p?="})
    void takes_a_half_marker_for_the_name_itself(String header) {
        accepts(headers(VERSION, "tools/call", header), call(header));
        refuses(headers(VERSION, "tools/call", header), call("whoami"), "The header Mcp-Name differs from the body.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=?base64?%?=", "=?base64?d2hvY?=", "=?base64?/w==?=", "=?base64?d2hv YW1p?=", "=?base64?gA?="})
    void refuses_a_name_that_is_no_base64_of_utf_8(String header) {
        refuses(
                headers(VERSION, "tools/call", header),
                call("whoami"),
                "The header Mcp-Name is not valid base64 of UTF-8.");
    }

    private static void accepts(McpHeaders headers, Message.Request request) {
        assertThatCode(() -> headers.requireEqual(request, VERSION)).doesNotThrowAnyException();
    }

    private static void refuses(McpHeaders headers, Message.Request request, String message) {
        assertThatExceptionOfType(JsonRpcException.class)
                .isThrownBy(() -> headers.requireEqual(request, VERSION))
                .withMessage(message)
                .satisfies(refusal -> {
                    assertThat(refusal.error()).isEqualTo(JsonRpcError.HEADER_MISMATCH);
                    assertThat(refusal.status()).isEqualTo(400);
                });
    }

    private static Message.Request call(String tool) {
        return request("tools/call", "{\"name\":\"%s\"}".formatted(tool));
    }
}
