package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The handshake of the revisions before 2026-07-28 (Lifecycle, Initialization). */
class InitializeIT {

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-06-18"})
    void agrees_on_a_revision_that_is_served(String version) {
        assertThat(agreed(version)).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-01-01", "1999-01-01", "nonsense", ""})
    void offers_the_latest_with_a_handshake_instead_of_an_unknown_one(String version) {
        assertThat(agreed(version)).isEqualTo("2025-11-25");
    }

    @Test
    void never_agrees_on_a_revision_without_handshake() {
        assertThat(agreed(Rpc.MODERN)).isEqualTo("2025-11-25");
    }

    @Test
    void introduces_the_server() {
        var result = Rpc.result(initialize("\"2025-11-25\""));

        assertThat(result.keySet())
                .containsExactlyInAnyOrder("protocolVersion", "capabilities", "serverInfo", "instructions");
        assertThat(result.getJsonObject("serverInfo").getString("name")).isEqualTo("gatehouse");
        assertThat(result.getJsonObject("serverInfo").getString("version")).isNotBlank();
    }

    @Test
    void promises_nothing_but_tools() {
        assertThat(Rpc.result(initialize("\"2025-11-25\""))
                        .getJsonObject("capabilities")
                        .keySet())
                .containsExactly("tools");
    }

    @Test
    void begins_no_session() {
        assertThat(initialize("\"2025-11-25\"").header("Mcp-Session-Id")).isEmpty();
    }

    @Test
    void is_not_needed_before_other_requests() {
        assertThat(Rpc.legacy("tools/list", "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "{}", "[\"2025-11-25\"]"})
    void refuses_a_version_that_is_no_text(String version) {
        Rpc.error(initialize(version), 200, -32602);
    }

    @Test
    void refuses_to_guess_the_version() {
        Rpc.error(Rpc.legacy("initialize", "{}"), 200, -32602);
    }

    private static String agreed(String version) {
        return Rpc.result(initialize("\"" + version + "\"")).getString("protocolVersion");
    }

    private static Reply initialize(String version) {
        return Rpc.legacy(
                "initialize",
                "{\"protocolVersion\":%s,\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}"
                        .formatted(version));
    }
}
