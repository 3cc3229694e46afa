package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in tool that writes, in Globex, whose name no other test looks at. */
class RenameOrganizationIT {
    private static final McpDriver GLOBEX = McpDriver.key(Demo.GLOBEX_KEY);

    @AfterEach
    void call_it_globex_again() {
        rename("Globex");
    }

    @Test
    void gives_the_organization_another_name() {
        var answer = rename("Globex Corporation").json().getJsonObject("result").getJsonObject("structuredContent");

        assertThat(answer.getString("name")).isEqualTo("Globex Corporation");
        assertThat(answer.getString("previousName")).isEqualTo("Globex");
        assertThat(organization().getString("name")).isEqualTo("Globex Corporation");
    }

    @Test
    void leaves_slug_and_id_alone() {
        var before = organization();

        rename("Globex Corporation");

        assertThat(organization().getString("slug")).isEqualTo("globex");
        assertThat(organization().getString("id")).isEqualTo(before.getString("id"));
    }

    @Test
    void leaves_other_organizations_alone() {
        var acme = McpDriver.key(Demo.ACME_KEY);
        var before = acme.result("whoami").getJsonObject("organization");

        rename("Globex Corporation");

        assertThat(acme.result("whoami").getJsonObject("organization")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "Globex 密码 🔑", "O'Globex & <b>Söhne</b> \"GmbH\"", "'; drop table x; --"})
    void takes_any_visible_name(String name) {
        assertThat(refused(rename(name))).isFalse();
        assertThat(organization().getString("name")).isEqualTo(name);
    }

    @Test
    void takes_a_hundred_characters_and_no_more() {
        assertThat(refused(rename("G".repeat(100)))).isFalse();
        assertThat(refused(rename("G".repeat(101)))).isTrue();

        assertThat(organization().getString("name")).hasSize(100);
    }

    /**
     * The column counts as the database counts, the schema in code points: whatever fits the one must fit the other.
     */
    @Test
    void takes_a_hundred_characters_of_any_script() {
        var name = "🔑".repeat(100);

        assertThat(refused(rename(name))).isFalse();
        assertThat(organization().getString("name")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " Globex",
                "Globex ",
                "Glo\u0000bex",
                "Glo\nbex",
                "Globex\u200b",
                "\u202eGlobex",
                "\u00a0"
            })
    void refuses_a_name_that_is_not_what_it_looks_like(String name) {
        assertThat(refused(rename(name))).isTrue();

        assertThat(organization().getString("name")).isEqualTo("Globex");
    }

    @Test
    void refuses_half_a_character() {
        var reply = GLOBEX.post(Rpc.request(
                "tools/call", "{\"name\":\"rename_organization\",\"arguments\":{\"name\":\"Globex \\ud83d!\"}}"));

        assertThat(refused(reply)).isTrue();
        assertThat(organization().getString("name")).isEqualTo("Globex");
    }

    private static Reply rename(String name) {
        return GLOBEX.call(
                "rename_organization",
                Json.createObjectBuilder().add("name", name).build());
    }

    private static boolean refused(Reply reply) {
        return reply.json().getJsonObject("result").getBoolean("isError");
    }

    private static JsonObject organization() {
        return GLOBEX.result("whoami").getJsonObject("organization");
    }
}
