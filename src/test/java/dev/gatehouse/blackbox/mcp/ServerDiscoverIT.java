package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;
import org.junit.jupiter.api.Test;

/** 2026-07-28, Server Discovery. */
class ServerDiscoverIT {

    @Test
    void names_every_revision_the_newest_first() {
        assertThat(Rpc.result(Rpc.modern("server/discover", ""))
                        .getJsonArray("supportedVersions")
                        .getValuesAs(JsonString::getString))
                .startsWith(Rpc.MODERN, "2025-11-25");
    }

    @Test
    void promises_nothing_but_tools() {
        assertThat(Rpc.result(Rpc.modern("server/discover", ""))
                        .getJsonObject("capabilities")
                        .keySet())
                .containsExactly("tools");
    }

    @Test
    void may_be_kept_as_long_as_it_says() {
        var result = Rpc.result(Rpc.modern("server/discover", ""));

        assertThat(result.getInt("ttlMs")).isNotNegative();
        assertThat(result.getString("cacheScope")).isIn("public", "private");
        assertThat(result.getString("resultType")).isEqualTo("complete");
        assertThat(result.getString("instructions")).isNotBlank();
    }

    @Test
    void names_the_server_in_its_meta_and_not_beside_it() {
        var result = Rpc.result(Rpc.modern("server/discover", ""));

        assertThat(result.keySet()).doesNotContain("serverInfo");
        assertThat(result.getJsonObject("_meta")
                        .getJsonObject("io.modelcontextprotocol/serverInfo")
                        .getString("name"))
                .isEqualTo("gatehouse");
    }

    @Test
    void does_not_exist_before_2026_07_28() {
        Rpc.error(Rpc.legacy("server/discover", "{}"), 200, -32601);
    }
}
