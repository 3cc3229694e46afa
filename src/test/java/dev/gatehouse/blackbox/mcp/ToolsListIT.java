package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolsListIT {
    private static final List<String> BUILT_IN =
            List.of("list_audit_events", "list_organization_members", "rename_organization", "whoami");

    @Test
    void lists_what_the_caller_may_call_in_the_order_of_names() {
        assertThat(names(legacy())).containsSubsequence(BUILT_IN).isSorted();
    }

    @Test
    void lists_the_same_in_either_era() {
        assertThat(modern().getJsonArray("tools")).isEqualTo(legacy().getJsonArray("tools"));
    }

    @Test
    void describes_each_tool_for_people_and_models() {
        assertThat(tools(legacy())).allSatisfy(tool -> {
            assertThat(tool.getString("name")).matches("[A-Za-z0-9_.-]{1,128}");
            assertThat(tool.getString("title")).isNotBlank();
            assertThat(tool.getString("description")).isNotBlank();
            assertThat(tool.getJsonObject("inputSchema").getString("type")).isEqualTo("object");
        });
    }

    @Test
    void tells_tools_that_only_read_from_those_that_change_something() {
        assertThat(tools(legacy()))
                .filteredOn(tool -> BUILT_IN.contains(tool.getString("name")))
                .filteredOn(tool -> !tool.getJsonObject("annotations").getBoolean("readOnlyHint"))
                .extracting(tool -> tool.getString("name"))
                .containsExactly("rename_organization");
    }

    @Test
    void says_since_2026_07_28_how_long_it_may_be_kept_and_by_whom() {
        assertThat(modern().getInt("ttlMs")).isNotNegative();
        assertThat(modern().getString("cacheScope")).isEqualTo("private");
        assertThat(modern().getString("resultType")).isEqualTo("complete");
        assertThat(modern().getJsonObject("_meta")).containsKey("io.modelcontextprotocol/serverInfo");
    }

    @Test
    void says_nothing_before_that_older_clients_do_not_know() {
        assertThat(legacy().keySet()).containsExactly("tools");
    }

    /** We hand out no cursor, so none can be ours; the empty text is a cursor too. */
    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "\"\"", "5", "null"})
    void refuses_a_cursor_that_it_never_gave(String cursor) {
        Rpc.error(Rpc.legacy("tools/list", "{\"cursor\":" + cursor + "}"), 200, -32602);
        Rpc.error(Rpc.modern("tools/list", ",\"cursor\":" + cursor), 200, -32602);
    }

    private static JsonObject legacy() {
        return Rpc.result(Rpc.legacy("tools/list", "{}"));
    }

    private static JsonObject modern() {
        return Rpc.result(Rpc.modern("tools/list", ""));
    }

    private static List<String> names(JsonObject result) {
        return tools(result).stream().map(tool -> tool.getString("name")).toList();
    }

    private static List<JsonObject> tools(JsonObject result) {
        return result.getJsonArray("tools").getValuesAs(JsonObject.class);
    }
}
