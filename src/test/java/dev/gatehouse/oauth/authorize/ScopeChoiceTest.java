package dev.gatehouse.oauth.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.oauth.settings.Scope;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "mcp, allow_mcp_read allow_mcp_write, mcp",
        "mcp, allow_mcp_read, mcp:read",
        "mcp, allow_mcp_write, mcp:write",
        "mcp mcp:read, allow_mcp_read allow_mcp_write, mcp mcp:read",
        "mcp mcp:read, allow_mcp_write, mcp:write",
        "mcp:read mcp:write, allow_mcp_read, mcp:read",
        "mcp:read, allow_mcp_read allow_mcp_write, mcp:read",
        "mcp offline_access, allow_mcp_read, mcp:read offline_access",
        "mcp:read offline_access, allow_offline_access, ",
        "mcp, '', ",
        "openid, '', openid",
        "openid profile email, allow_profile allow_email, openid profile email",
        "openid profile email, allow_profile, openid profile",
        "openid profile email, '', openid",
        "mcp openid email, allow_email, ",
        "mcp openid email, allow_mcp_read, mcp:read openid"
    })
    void grants_what_was_asked_for_and_ticked(String requested, String ticked, String granted) {
        var boxes = List.of(ticked.split(" "));

        assertThat(ScopeChoice.granted(Scope.known(requested), choice -> boxes.contains(choice.field()))
                        .map(Scope::join)
                        .orElse(null))
                .isEqualTo(granted);
    }
}
