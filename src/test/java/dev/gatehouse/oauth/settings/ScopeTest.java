package dev.gatehouse.oauth.settings;

import static dev.gatehouse.oauth.settings.Scope.MCP;
import static dev.gatehouse.oauth.settings.Scope.MCP_READ;
import static dev.gatehouse.oauth.settings.Scope.MCP_WRITE;
import static dev.gatehouse.oauth.settings.Scope.OFFLINE_ACCESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @Test
    void reads_a_list_in_any_order_and_once() {
        assertThat(Scope.known("offline_access mcp:read mcp:read")).containsExactly(MCP_READ, OFFLINE_ACCESS);
    }

    @Test
    void leaves_out_what_it_does_not_know() {
        assertThat(Scope.known("admin mcp groups")).containsExactly(MCP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "OpenID", "MCP", "mcp,mcp:read", "mcp\tmcp:read", "mcp:", "mcp:*", "mcp:readx"})
    void finds_nothing_in_a_list_of_strangers(String scope) {
        assertThat(Scope.known(scope)).isEmpty();
    }

    @Test
    void writes_what_it_read() {
        assertThat(Scope.join(Scope.known("offline_access  mcp"))).isEqualTo("mcp offline_access");
        assertThat(Scope.join(EnumSet.noneOf(Scope.class))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void each_contains_itself(Scope scope) {
        assertThat(scope.contains(scope)).isTrue();
    }

    @Test
    void mcp_contains_reading_and_writing() {
        assertThat(MCP.contains(MCP_READ)).isTrue();
        assertThat(MCP.contains(MCP_WRITE)).isTrue();
    }

    @Test
    void no_scope_contains_more_than_it_says() {
        assertThat(MCP_READ.contains(MCP)).isFalse();
        assertThat(MCP_READ.contains(MCP_WRITE)).isFalse();
        assertThat(MCP_WRITE.contains(MCP_READ)).isFalse();
        assertThat(MCP_WRITE.contains(MCP)).isFalse();
        assertThat(MCP.contains(OFFLINE_ACCESS)).isFalse();
        assertThat(OFFLINE_ACCESS.contains(MCP_READ)).isFalse();
    }

    @Test
    void offline_access_is_none_of_the_resource() {
        assertThat(Scope.resourceNames()).containsExactly("mcp", "mcp:read", "mcp:write");
        assertThat(Scope.names())
                .containsExactly("mcp", "mcp:read", "mcp:write", "offline_access", "openid", "profile", "email");
    }

    @ParameterizedTest
    @CsvSource({
        "mcp, true",
        "mcp:read offline_access, true",
        "openid, true",
        "openid email, true",
        "profile email, false",
        "offline_access, false",
        "'', false"
    })
    void opens_the_endpoint_or_tells_who_somebody_is_or_is_of_no_use(String scope, boolean open) {
        assertThat(Scope.open(Scope.known(scope))).isEqualTo(open);
    }
}
