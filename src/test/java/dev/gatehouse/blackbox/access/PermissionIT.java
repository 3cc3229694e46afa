package dev.gatehouse.blackbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may what: the whole table, listed and called. */
class PermissionIT {
    private static final String WHOAMI = "whoami";
    private static final String MEMBERS = "list_organization_members";
    private static final String EVENTS = "list_audit_events";
    private static final String RENAME = "rename_organization";
    private static final List<String> ALL = List.of(EVENTS, MEMBERS, RENAME, WHOAMI);

    /** What each caller may, in the order of names. */
    private static final Map<String, List<String>> TABLE = Map.ofEntries(
            Map.entry("platform admin", ALL),
            Map.entry("owner", ALL),
            Map.entry("auditor", List.of(EVENTS, MEMBERS, WHOAMI)),
            Map.entry("support", List.of(MEMBERS, WHOAMI)),
            Map.entry("member of both", ALL),
            Map.entry("member of both, one usable", ALL),
            Map.entry("full key", ALL),
            Map.entry("read-only key", List.of(EVENTS, MEMBERS, WHOAMI)),
            Map.entry("key of Globex", ALL),
            Map.entry("owner with mcp:read", List.of(EVENTS, MEMBERS, WHOAMI)),
            Map.entry("owner with mcp:write", List.of(RENAME, WHOAMI)),
            Map.entry("auditor with mcp:write", List.of(WHOAMI)));

    private static final Map<String, McpDriver> CALLERS = new LinkedHashMap<>();

    @BeforeAll
    static void connect() {
        CALLERS.put("platform admin", token(Demo.ADMIN, "mcp"));
        CALLERS.put("owner", token(Demo.OWNER, "mcp"));
        CALLERS.put("auditor", token(Demo.AUDITOR, "mcp"));
        CALLERS.put("support", token(Demo.SUPPORT, "mcp"));
        CALLERS.put("member of both", token(Demo.BOTH, "mcp"));
        CALLERS.put("member of both, one usable", token(Demo.MIXED, "mcp"));
        CALLERS.put("full key", McpDriver.key(Demo.ACME_KEY));
        CALLERS.put("read-only key", McpDriver.key(Demo.ACME_READ_KEY));
        CALLERS.put("key of Globex", McpDriver.key(Demo.GLOBEX_KEY));
        CALLERS.put("owner with mcp:read", token(Demo.OWNER, "mcp:read"));
        CALLERS.put("owner with mcp:write", token(Demo.OWNER, "mcp:write"));
        CALLERS.put("auditor with mcp:write", token(Demo.AUDITOR, "mcp:write"));
    }

    static Stream<String> callers() {
        return TABLE.keySet().stream().sorted();
    }

    static Stream<Arguments> callersAndTools() {
        return callers().flatMap(caller -> ALL.stream().map(tool -> Arguments.of(caller, tool)));
    }

    @ParameterizedTest
    @MethodSource("callers")
    void is_listed_exactly_what_may_be_called(String caller) {
        assertThat(CALLERS.get(caller).tools()).isEqualTo(TABLE.get(caller));
    }

    @ParameterizedTest
    @MethodSource("callers")
    void is_listed_the_same_in_the_modern_era(String caller) {
        assertThat(CALLERS.get(caller).modern().tools()).isEqualTo(TABLE.get(caller));
    }

    /** With arguments that do not fit, so that whoever may does not do it: permission is decided first. */
    @ParameterizedTest
    @MethodSource("callersAndTools")
    void can_be_called_exactly_when_it_is_listed(String caller, String tool) {
        var reply = CALLERS.get(caller)
                .call(tool, Json.createObjectBuilder().add("unexpected", true).build());

        assertThat(denied(reply))
                .as(reply.body())
                .isEqualTo(!CALLERS.get(caller).tools().contains(tool));
    }

    @ParameterizedTest
    @ValueSource(strings = {"read-only key", "auditor", "support", "owner with mcp:read"})
    void a_refused_change_does_not_happen(String caller) {
        var reply = CALLERS.get(caller)
                .call(
                        RENAME,
                        Json.createObjectBuilder().add("name", "By " + caller).build());

        assertThat(denied(reply)).as(reply.body()).isTrue();
        assertThat(CALLERS.get("full key")
                        .result(WHOAMI)
                        .getJsonObject("organization")
                        .getString("name"))
                .isEqualTo("Acme");
    }

    @Test
    void a_refusal_says_which_permission_is_missing_and_who_can_help() {
        assertThat(text(CALLERS.get("read-only key").call(RENAME)))
                .contains("organization:update", "Acme", "administrator");
    }

    @Test
    void nobody_sees_the_members_of_another_organization() {
        assertThat(CALLERS.get("key of Globex").call(MEMBERS).body())
                .contains("both@gatehouse.example")
                .doesNotContain("owner@acme.example", "auditor@acme.example", "nobody@gatehouse.example");
    }

    @Test
    void members_come_without_what_is_secret_about_them() {
        assertThat(CALLERS.get("full key").call(MEMBERS).body())
                .contains("owner@acme.example")
                .doesNotContain("argon2", "password", "hash");
    }

    private static McpDriver token(Demo.User user, String scope) {
        return McpDriver.bearer(
                OAuthDance.register().with("scope", scope).tokens(user).getString("access_token"));
    }

    private static boolean denied(Reply reply) {
        return reply.status() == 403
                || (reply.json().getJsonObject("result").getBoolean("isError")
                        && text(reply).contains("needs the permission"));
    }

    private static String text(Reply reply) {
        return reply.json()
                .getJsonObject("result")
                .getJsonArray("content")
                .getJsonObject(0)
                .getString("text");
    }
}
