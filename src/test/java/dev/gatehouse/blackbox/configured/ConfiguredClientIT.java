package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Witness;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that the operator's configuration describes. */
class ConfiguredClientIT {
    @RegisterExtension
    static final Witness WITNESS = ConfiguredServer.witness();

    @Test
    void connects_a_trusted_one_without_asking() {
        var end = ConfiguredServer.client("portal").signIn(Demo.OWNER);

        assertThat(end.location().parameter("code")).isPresent();
    }

    @Test
    void lets_one_act_for_the_person_whom_the_operator_named() {
        var token = ConfiguredServer.client("service").ownToken().json().getString("access_token");

        assertThat(McpDriver.bearer(token).result("whoami").toString()).contains("owner@acme.example");
        assertThat(AccessTokenClaims.unverified(token).getString("client_id")).isEqualTo("service");
    }

    @Test
    void gives_it_the_scopes_that_it_is_configured_for() {
        assertThat(ConfiguredServer.client("service").ownToken().json().getString("scope"))
                .isEqualTo("mcp:read");
    }

    @Test
    void revokes_a_token_once_however_many_ask_at_once() {
        var service = ConfiguredServer.client("service");
        var token = service.ownToken().json().getString("access_token");

        assertThat(Race.of(8, () -> service.revoke(token).status())).containsOnly(200);

        Expect.dead(token);
        assertThat(WITNESS.rows(
                        "select id from audit_record where action = 'oauth.token_revoked' and target = ?",
                        AccessTokenClaims.unverified(token).getString("jti")))
                .hasSize(1);
    }

    @Test
    void gives_it_no_other_grant() {
        Expect.refused(
                ConfiguredServer.client("service")
                        .grant("authorization_code", Map.of("code", "x", "code_verifier", "x")),
                400,
                "unauthorized_client");
    }
}
