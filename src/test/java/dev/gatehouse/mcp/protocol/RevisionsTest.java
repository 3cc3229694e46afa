package dev.gatehouse.mcp.protocol;

import static dev.gatehouse.mcp.protocol.Requests.NO_HEADERS;
import static dev.gatehouse.mcp.protocol.Requests.headers;
import static dev.gatehouse.mcp.protocol.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.mcp.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.jsonrpc.JsonRpcException;
import dev.gatehouse.mcp.jsonrpc.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionsTest {
    private static final McpHeaders MODERN = headers("2026-07-28", "tools/list", null);
    private static final String META =
            "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":%s,\"io.modelcontextprotocol/clientCapabilities\":%s}}";

    @Test
    void a_request_that_names_2026_07_28_is_modern() {
        assertThat(Revisions.of(request("tools/list", META.formatted("\"2026-07-28\"", "{}")), MODERN))
                .isEqualTo(ProtocolVersion.V2026_07_28);
    }

    @Test
    void a_request_that_names_nothing_is_legacy() {
        assertThat(Revisions.of(request("tools/list", "{}"), NO_HEADERS).era()).isEqualTo(Era.LEGACY);
        assertThat(Revisions.of(request("tools/list", "{\"_meta\":{\"progressToken\":1}}"), NO_HEADERS)
                        .era())
                .isEqualTo(Era.LEGACY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-06-18"})
    void a_legacy_header_names_its_revision(String version) {
        assertThat(Revisions.of(request("tools/list", "{}"), headers(version, null, null))
                        .wireName())
                .isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-28", "1999-01-01", "nonsense"})
    void a_handshake_is_legacy_whatever_the_header_says(String version) {
        assertThat(Revisions.of(request("initialize", "{}"), headers(version, null, null))
                        .era())
                .isEqualTo(Era.LEGACY);
    }

    /** The body is the truth: a header never makes a request modern. */
    @Test
    void a_modern_header_over_a_body_without_meta_is_refused() {
        refuses(request("tools/list", "{}"), MODERN, JsonRpcError.INVALID_PARAMS);
        refuses(request("tools/list", "{\"_meta\":[]}"), MODERN, JsonRpcError.INVALID_PARAMS);
    }

    @Test
    void a_legacy_header_over_a_modern_body_is_refused() {
        refuses(
                request("tools/list", META.formatted("\"2026-07-28\"", "{}")),
                headers("2025-11-25", "tools/list", null),
                JsonRpcError.HEADER_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-01-01", "nonsense", "2024-10-07"})
    void an_unknown_header_is_refused(String version) {
        refuses(request("tools/list", "{}"), headers(version, null, null), JsonRpcError.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "{}", "[\"2026-07-28\"]"})
    void a_version_that_is_no_text_is_refused(String version) {
        refuses(request("tools/list", META.formatted(version, "{}")), MODERN, JsonRpcError.INVALID_PARAMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "1"})
    void capabilities_that_are_no_object_are_refused(String capabilities) {
        refuses(
                request("tools/list", META.formatted("\"2026-07-28\"", capabilities)),
                MODERN,
                JsonRpcError.INVALID_PARAMS);
    }

    @Test
    void missing_capabilities_are_refused() {
        refuses(
                request("tools/list", "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}"),
                MODERN,
                JsonRpcError.INVALID_PARAMS);
    }

    @Test
    void an_unknown_version_is_told_which_ones_there_are() {
        assertThatExceptionOfType(JsonRpcException.class)
                .isThrownBy(() -> Revisions.of(request("tools/list", META.formatted("\"2099-01-01\"", "{}")), MODERN))
                .satisfies(refusal -> {
                    assertThat(refusal.error()).isEqualTo(JsonRpcError.UNSUPPORTED_PROTOCOL_VERSION);
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.data()).hasValueSatisfying(data -> {
                        assertThat(data.getString("requested")).isEqualTo("2099-01-01");
                        assertThat(data.getJsonArray("supported").getValuesAs(jakarta.json.JsonString::getString))
                                .isEqualTo(ProtocolVersion.names());
                    });
                });
    }

    private static void refuses(Message.Request request, McpHeaders headers, JsonRpcError error) {
        assertThatExceptionOfType(JsonRpcException.class)
                .isThrownBy(() -> Revisions.of(request, headers))
                .satisfies(refusal -> {
                    assertThat(refusal.error()).isEqualTo(error);
                    assertThat(refusal.status()).isEqualTo(400);
                });
    }
}
