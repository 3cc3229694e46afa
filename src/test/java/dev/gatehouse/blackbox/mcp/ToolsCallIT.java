package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolsCallIT {

    @Test
    void answers_structured_and_as_text() {
        var result = Rpc.result(Rpc.legacy("tools/call", "{\"name\":\"whoami\",\"arguments\":{}}"));
        var text = result.getJsonArray("content").getJsonObject(0);

        assertThat(result.getBoolean("isError")).isFalse();
        assertThat(text.getString("type")).isEqualTo("text");
        assertThat(json(text.getString("text"))).isEqualTo(result.getJsonObject("structuredContent"));
    }

    @Test
    void answers_the_same_in_either_era() {
        assertThat(Rpc.result(modern("whoami", "{}")).getJsonObject("structuredContent"))
                .isEqualTo(Rpc.result(Rpc.legacy("tools/call", "{\"name\":\"whoami\"}"))
                        .getJsonObject("structuredContent"));
    }

    @Test
    void says_since_2026_07_28_that_it_is_complete_and_who_answered() {
        var result = Rpc.result(modern("whoami", "{}"));

        assertThat(result.getString("resultType")).isEqualTo("complete");
        assertThat(result.getJsonObject("_meta")).containsKey("io.modelcontextprotocol/serverInfo");
        assertThat(result.keySet()).doesNotContain("ttlMs", "cacheScope");
    }

    @Test
    void says_nothing_before_that_older_clients_do_not_know() {
        assertThat(Rpc.result(Rpc.legacy("tools/call", "{\"name\":\"whoami\"}")).keySet())
                .containsExactlyInAnyOrder("content", "structuredContent", "isError");
    }

    @Test
    void takes_missing_arguments_for_none() {
        assertThat(Rpc.result(Rpc.legacy("tools/call", "{\"name\":\"whoami\"}")).getBoolean("isError"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody_knows", "", "Whoami", "whoami ", "constructor", "__proto__", "\\u0000", "密码"})
    void refuses_an_unknown_tool_as_a_protocol_error(String name) {
        Rpc.error(Rpc.legacy("tools/call", "{\"name\":\"" + name + "\"}"), 200, -32602);
    }

    @Test
    void refuses_an_unknown_tool_in_the_modern_era_too() {
        Rpc.error(modern("nobody_knows", "{}"), 200, -32602);
    }

    @Test
    void refuses_a_tool_of_a_huge_name() {
        Rpc.error(Rpc.legacy("tools/call", "{\"name\":\"" + "n".repeat(1_000_000) + "\"}"), 200, -32602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":null}", "{\"name\":5}", "{\"name\":[\"whoami\"]}", "{\"name\":{}}"})
    void refuses_a_name_that_is_no_text(String params) {
        Rpc.error(Rpc.legacy("tools/call", params), 200, -32602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "5", "true"})
    void refuses_arguments_that_are_no_object(String arguments) {
        Rpc.error(Rpc.legacy("tools/call", "{\"name\":\"whoami\",\"arguments\":" + arguments + "}"), 200, -32602);
    }

    /** 2025-11-25, Tools, Error Handling: the model reads what is wrong and tries again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"limit\":0}",
                "{\"limit\":201}",
                "{\"limit\":-1}",
                "{\"limit\":1.5}",
                "{\"limit\":\"1\"}",
                "{\"limit\":null}",
                "{\"limit\":[1]}",
                "{\"limit\":1e500}",
                "{\"limit\":99999999999999999999}",
                "{\"limit\":1,\"other\":1}",
                "{\"Limit\":1}"
            })
    void tells_the_model_in_a_result_which_arguments_do_not_fit(String arguments) {
        var result = Rpc.result(
                Rpc.legacy("tools/call", "{\"name\":\"list_audit_events\",\"arguments\":" + arguments + "}"));

        assertThat(result.getBoolean("isError")).isTrue();
        assertThat(result.keySet()).doesNotContain("structuredContent");
        assertThat(result.getJsonArray("content").getJsonObject(0).getString("text"))
                .startsWith("The arguments do not fit: ")
                .doesNotContain("Exception");
    }

    @Test
    void tells_the_model_the_same_in_the_modern_era() {
        var result = Rpc.result(modern("whoami", "{\"unexpected\":1}"));

        assertThat(result.getBoolean("isError")).isTrue();
        assertThat(result.getString("resultType")).isEqualTo("complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "200", "2.0", "1e1"})
    void accepts_every_way_to_write_an_integer_that_fits(String limit) {
        var result = Rpc.result(
                Rpc.legacy("tools/call", "{\"name\":\"list_audit_events\",\"arguments\":{\"limit\":" + limit + "}}"));

        assertThat(result.getBoolean("isError")).isFalse();
    }

    @Test
    void gives_no_more_than_was_asked_for() {
        Rpc.legacy("tools/call", "{\"name\":\"whoami\"}");
        Rpc.legacy("tools/call", "{\"name\":\"whoami\"}");

        assertThat(Rpc.result(Rpc.legacy("tools/call", "{\"name\":\"list_audit_events\",\"arguments\":{\"limit\":1}}"))
                        .getJsonObject("structuredContent")
                        .getJsonArray("events"))
                .hasSize(1);
    }

    private static Reply modern(String tool, String arguments) {
        return Rpc.modernHeaders("tools/call")
                .header("Mcp-Name", tool)
                .json(Rpc.request(
                        "tools/call", "{%s,\"name\":\"%s\",\"arguments\":%s}".formatted(Rpc.META, tool, arguments)))
                .send();
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
