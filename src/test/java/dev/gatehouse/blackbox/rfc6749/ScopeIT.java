package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeIT {
    private final OAuthDance dance = OAuthDance.register();

    @ParameterizedTest
    @ValueSource(
            strings = {"admin", "offline_access", "MCP", "mcp:", "profile email", "mcp,mcp:read", "*", "mcp\tmcp:read"})
    void refuses_a_scope_of_which_nothing_is_known(String scope) {
        Expect.sentBack(dance.with("scope", scope).ask(), "invalid_scope");
    }

    @Test
    void refuses_a_scope_of_thousands_of_words_in_time() {
        Expect.sentBack(dance.with("scope", "x ".repeat(2_000).strip()).ask(), "invalid_scope");
    }

    @ParameterizedTest
    @CsvSource({
        "mcp:read, mcp:read",
        "mcp:read groups, mcp:read",
        "mcp:write mcp:read, mcp:read mcp:write",
        "mcp mcp, mcp",
        "mcp offline_access, mcp offline_access"
    })
    void grants_what_it_knows_of_a_scope_and_says_so(String requested, String granted) {
        assertThat(dance.with("scope", requested).tokens(Demo.OWNER).getString("scope"))
                .isEqualTo(granted);
    }

    @Test
    void grants_the_whole_endpoint_when_no_scope_is_named() {
        assertThat(dance.tokens(Demo.OWNER).getString("scope")).isEqualTo("mcp");
    }

    @ParameterizedTest
    @CsvSource({"mcp:read, mcp:read", "mcp:read offline_access, mcp:read", "offline_access, mcp", "other, mcp"})
    void grants_what_the_client_registered_for_when_no_scope_is_named(String registered, String granted) {
        var modest = OAuthDance.register(
                Json.createObjectBuilder().add("scope", registered).build());

        assertThat(modest.tokens(Demo.OWNER).getString("scope")).isEqualTo(granted);
    }

    /** A client learns only later what it needs; the person decides each time. */
    @Test
    void may_be_more_than_the_client_registered_for() {
        var modest = OAuthDance.register(
                Json.createObjectBuilder().add("scope", "mcp:read").build());

        assertThat(modest.with("scope", "mcp").tokens(Demo.OWNER).getString("scope"))
                .isEqualTo("mcp");
    }

    @Test
    void does_not_let_a_reading_token_write() {
        var token = dance.with("scope", "mcp:read").tokens(Demo.OWNER).getString("access_token");

        assertThat(McpDriver.bearer(token).tools())
                .contains("list_organization_members")
                .doesNotContain("rename_organization");
    }

    @Test
    void gives_nobody_more_than_their_own_permissions() {
        var token = dance.with("scope", "mcp").tokens(Demo.AUDITOR).getString("access_token");

        assertThat(McpDriver.bearer(token).tools()).doesNotContain("rename_organization");
    }
}
