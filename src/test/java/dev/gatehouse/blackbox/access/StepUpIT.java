package dev.gatehouse.blackbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** RFC 6750 §3.1: a token that is too narrow for what its person may do is told what to ask for. */
class StepUpIT {
    private static final JsonObject NAME =
            Json.createObjectBuilder().add("name", "Renamed").build();

    private static McpDriver reader(Demo.User user) {
        return McpDriver.bearer(
                OAuthDance.register().with("scope", "mcp:read").tokens(user).getString("access_token"));
    }

    @Test
    void asks_for_the_scopes_that_the_token_has_and_those_that_it_lacks() {
        var reply = reader(Demo.OWNER).call("rename_organization", NAME);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().getString("error")).isEqualTo("insufficient_scope");
        assertThat(reply.header("WWW-Authenticate").orElse(""))
                .startsWith("Bearer error=\"insufficient_scope\"")
                .contains("scope=\"mcp:read mcp:write\"")
                .contains("resource_metadata=\"" + Sut.url("/.well-known/oauth-protected-resource/mcp") + "\"");
    }

    @Test
    void changes_nothing() {
        reader(Demo.OWNER).call("rename_organization", NAME);

        assertThat(McpDriver.key(Demo.ACME_KEY)
                        .result("whoami")
                        .getJsonObject("organization")
                        .getString("name"))
                .isEqualTo("Acme");
    }

    @Test
    void says_the_same_to_a_client_of_the_modern_era() {
        assertThat(reader(Demo.OWNER).modern().call("rename_organization", NAME).status())
                .isEqualTo(403);
    }

    @Test
    void asks_nobody_for_a_scope_that_would_not_help() {
        var reply = reader(Demo.AUDITOR).call("rename_organization", NAME);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("needs the permission organization:update");
    }

    @Test
    void lets_the_same_person_do_it_with_a_wider_token() {
        var dance = OAuthDance.register();
        dance.with("scope", "mcp:read").tokens(Demo.OWNER);
        var wider = dance.with("scope", "mcp:read mcp:write")
                .redeem(OAuthDance.code(dance.answer(dance.authorize(), "acme")))
                .json();

        assertThat(wider.getString("scope")).isEqualTo("mcp:read mcp:write");
        assertThat(McpDriver.bearer(wider.getString("access_token"))
                        .call(
                                "rename_organization",
                                Json.createObjectBuilder().add("name", "Acme").build())
                        .status())
                .isEqualTo(200);
    }
}
