package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §6: a refreshed token may do less, never more. */
class RefreshScopeIT {
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void may_be_narrowed_for_one_access_token() {
        var refreshToken = dance.tokens(Demo.OWNER).getString("refresh_token");

        var narrowed = dance.refresh(refreshToken, "scope", "mcp:read").json();

        assertThat(narrowed.getString("scope")).isEqualTo("mcp:read");
        assertThat(McpDriver.bearer(narrowed.getString("access_token")).tools())
                .isNotEmpty()
                .doesNotContain("rename_organization");
    }

    @Test
    void is_the_granted_one_again_at_the_next_refresh() {
        var refreshToken = dance.tokens(Demo.OWNER).getString("refresh_token");
        var narrowed = dance.refresh(refreshToken, "scope", "mcp:read").json();

        var whole = dance.refresh(narrowed.getString("refresh_token")).json();

        assertThat(whole.getString("scope")).isEqualTo("mcp");
        assertThat(McpDriver.bearer(whole.getString("access_token")).tools()).contains("rename_organization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mcp", "mcp:write", "mcp:read mcp:write", "mcp:read offline_access"})
    void may_not_be_widened(String wider) {
        var refreshToken = dance.with("scope", "mcp:read").tokens(Demo.OWNER).getString("refresh_token");

        Expect.refused(dance.refresh(refreshToken, "scope", wider), 400, "invalid_scope");

        assertThat(dance.refresh(refreshToken).json().getString("scope")).isEqualTo("mcp:read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "MCP", "*"})
    void may_not_be_one_that_nobody_knows(String unknown) {
        var refreshToken = dance.tokens(Demo.OWNER).getString("refresh_token");

        Expect.refused(dance.refresh(refreshToken, "scope", unknown), 400, "invalid_scope");

        assertThat(dance.refresh(refreshToken).status()).isEqualTo(200);
    }

    @Test
    void does_not_tell_a_refused_scope_to_another_client() {
        var refreshToken = dance.tokens(Demo.OWNER).getString("refresh_token");

        Expect.refused(OAuthDance.register().refresh(refreshToken, "scope", "admin"), 400, "invalid_grant");
    }
}
