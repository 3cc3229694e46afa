package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which revision a request is read by, and how one is refused that leaves it unclear (2026-07-28, Versioning). */
class EraIT {
    private static final String VERSION = "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"";
    private static final String CAPABILITIES = "\"io.modelcontextprotocol/clientCapabilities\":{}";

    @Test
    void the_body_alone_makes_a_request_modern() {
        assertThat(Rpc.result(Rpc.modern("tools/list", "")).keySet()).contains("resultType");
        assertThat(Rpc.result(Rpc.legacy("tools/list", "{}")).keySet()).doesNotContain("resultType");
    }

    /** 2026-07-28: clientInfo should be there and must not be needed. */
    @Test
    void a_client_need_not_say_its_name() {
        assertThat(Rpc.modern("tools/list", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-06-18"})
    void a_legacy_request_may_name_its_revision(String version) {
        assertThat(Rpc.post()
                        .header("MCP-Protocol-Version", version)
                        .json(Rpc.PING)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    /** 2025-11-25, Protocol Version Header. */
    @ParameterizedTest
    @ValueSource(strings = {"1999-01-01", "2099-01-01", "nonsense", "2025-11-25;x"})
    void a_legacy_request_of_an_unknown_revision_is_refused(String version) {
        Rpc.error(
                Rpc.post()
                        .header("MCP-Protocol-Version", version)
                        .json(Rpc.PING)
                        .send(),
                400,
                -32600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"_meta\":{}}", "{\"_meta\":{" + CAPABILITIES + "}}", "{\"_meta\":null}"})
    void a_modern_header_over_a_body_that_names_no_revision_is_refused(String params) {
        Rpc.error(
                Rpc.modernHeaders("tools/list")
                        .json(Rpc.request("tools/list", params))
                        .send(),
                400,
                -32602);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + VERSION + "}",
                "{" + VERSION + ",\"io.modelcontextprotocol/clientCapabilities\":null}",
                "{" + VERSION + ",\"io.modelcontextprotocol/clientCapabilities\":[]}",
                "{\"io.modelcontextprotocol/protocolVersion\":20260728," + CAPABILITIES + "}",
                "{\"io.modelcontextprotocol/protocolVersion\":null," + CAPABILITIES + "}"
            })
    void incomplete_meta_is_refused(String meta) {
        Rpc.error(
                Rpc.modernHeaders("tools/list")
                        .json(Rpc.request("tools/list", "{\"_meta\":" + meta + "}"))
                        .send(),
                400,
                -32602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-01-01", "1999-01-01", "nonsense", ""})
    void an_unknown_revision_is_refused_with_those_that_are_known(String version) {
        var meta =
                "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"%s\",%s}}".formatted(version, CAPABILITIES);

        var error = Rpc.error(
                Rpc.post()
                        .header("MCP-Protocol-Version", version)
                        .header("Mcp-Method", "tools/list")
                        .json(Rpc.request("tools/list", meta))
                        .send(),
                400,
                -32022);

        assertThat(error.getJsonObject("data").getString("requested")).isEqualTo(version);
        assertThat(error.getJsonObject("data").getJsonArray("supported").getValuesAs(JsonString::getString))
                .contains(Rpc.MODERN, "2025-11-25");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, tools/call, whoami",
        "2026-07-28, tools/list, whoami",
        "2026-07-28, TOOLS/CALL, whoami",
        "2026-07-28, tools/call, rename_organization",
        "2026-07-28, tools/call, =?base64?%?="
    })
    void a_header_that_differs_from_the_body_is_refused(String version, String method, String name) {
        var reply = Rpc.post()
                .header("MCP-Protocol-Version", version)
                .header("Mcp-Method", method)
                .header("Mcp-Name", name)
                .json(Rpc.request("tools/call", "{" + Rpc.META + ",\"name\":\"whoami\"}"))
                .send();

        Rpc.error(reply, 400, -32020);
    }

    @Test
    void a_missing_header_is_refused() {
        var list = Rpc.request("tools/list", "{" + Rpc.META + "}");
        var call = Rpc.request("tools/call", "{" + Rpc.META + ",\"name\":\"whoami\"}");

        Rpc.error(Rpc.send(list), 400, -32020);
        Rpc.error(
                Rpc.post().header("MCP-Protocol-Version", Rpc.MODERN).json(list).send(), 400, -32020);
        Rpc.error(Rpc.post().header("Mcp-Method", "tools/list").json(list).send(), 400, -32020);
        Rpc.error(Rpc.modernHeaders("tools/call").json(call).send(), 400, -32020);
    }

    @Test
    void a_tool_name_may_come_encoded() {
        var reply = Rpc.modernHeaders("tools/call")
                .header("Mcp-Name", "=?base64?d2hvYW1p?=")
                .json(Rpc.request("tools/call", "{" + Rpc.META + ",\"name\":\"whoami\"}"))
                .send();

        assertThat(Rpc.result(reply).getBoolean("isError")).isFalse();
    }

    @Test
    void a_session_that_was_never_begun_is_ignored() {
        var reply = Rpc.post()
                .header("Mcp-Session-Id", "x")
                .header("Last-Event-ID", "7")
                .json(Rpc.PING)
                .send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Mcp-Session-Id")).isEmpty();
    }

    @Test
    void an_unknown_method_is_an_answer_before_2026_07_28_and_not_found_since() {
        Rpc.error(Rpc.legacy("nobody/knows", "{}"), 200, -32601);
        Rpc.error(Rpc.modern("nobody/knows", ""), 404, -32601);
    }

    @ParameterizedTest
    @ValueSource(strings = {"initialize", "ping", "logging/setLevel", "resources/subscribe"})
    void a_method_that_2026_07_28_removed_is_not_found(String method) {
        Rpc.error(Rpc.modern(method, ""), 404, -32601);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources/list", "prompts/list", "tasks/list", "rpc.discover", "", "Tools/List"})
    void a_method_that_is_not_promised_is_not_found(String method) {
        Rpc.error(Rpc.legacy(method, "{}"), 200, -32601);
    }
}
