package dev.gatehouse.blackbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhoamiIT {

    @Test
    void tells_a_person_who_they_are_and_what_they_may() {
        var token = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");
        var whoami = McpDriver.bearer(token).result("whoami");

        assertThat(whoami.keySet()).containsExactlyInAnyOrder("user", "organization", "permissions", "credential");
        assertThat(whoami.getJsonObject("user").getString("email")).isEqualTo(Demo.OWNER.email());
        assertThat(whoami.getJsonObject("user").getString("id"))
                .isEqualTo(AccessTokenClaims.unverified(token).getString("sub"));
        assertThat(whoami.getJsonObject("organization").getString("slug")).isEqualTo("acme");
        assertThat(whoami.getJsonObject("organization").getString("name")).isEqualTo("Acme");
        assertThat(permissions(whoami))
                .containsExactly("app:read", "audit:read", "member:read", "organization:read", "organization:update");
        assertThat(whoami.getString("credential")).isEqualTo("oauth_token");
    }

    @Test
    void tells_a_program_on_whose_behalf_it_calls() {
        var whoami = McpDriver.key(Demo.ACME_KEY).result("whoami");

        assertThat(whoami.getJsonObject("user").getString("email")).isEqualTo(Demo.OWNER.email());
        assertThat(whoami.getJsonObject("organization").getString("slug")).isEqualTo("acme");
        assertThat(whoami.getString("credential")).isEqualTo("api_key");
    }

    /** A key's permissions are its own, intersected with those of its issuer. */
    @Test
    void tells_a_program_what_its_key_may_and_not_what_its_issuer_may() {
        assertThat(permissions(McpDriver.key(Demo.ACME_READ_KEY).result("whoami")))
                .containsExactly("app:read", "audit:read", "member:read", "organization:read");
    }

    @Test
    void tells_a_person_what_this_connection_may_and_not_what_they_could() {
        var token = OAuthDance.register()
                .with("scope", "mcp:read")
                .tokens(Demo.OWNER)
                .getString("access_token");

        assertThat(permissions(McpDriver.bearer(token).result("whoami")))
                .doesNotContain("organization:update")
                .contains("member:read");
    }

    @Test
    void tells_a_holder_of_a_custom_role_the_role_s_permissions() {
        var token = OAuthDance.register().tokens(Demo.SUPPORT).getString("access_token");

        assertThat(permissions(McpDriver.bearer(token).result("whoami")))
                .containsExactly("app:read", "member:read", "organization:read");
    }

    @Test
    void tells_every_key_its_own_organization() {
        assertThat(McpDriver.key(Demo.GLOBEX_KEY)
                        .result("whoami")
                        .getJsonObject("organization")
                        .getString("slug"))
                .isEqualTo("globex");
    }

    @Test
    void repeats_no_secret() {
        var token = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");

        assertThat(McpDriver.bearer(token).call("whoami").body()).doesNotContain(token);
        assertThat(McpDriver.key(Demo.ACME_KEY).call("whoami").body()).doesNotContain("Acme0Full0Access");
    }

    private static List<String> permissions(JsonObject whoami) {
        return whoami.getJsonArray("permissions").getValuesAs(JsonString::getString);
    }
}
