package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person who has been switched off gets nothing by any grant (CVE-2026-16103, CVE-2026-1609). */
class DisabledPersonIT {
    @RegisterExtension
    static final Witness WITNESS = ConfiguredServer.witness();

    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ASSERTION = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private OAuthDance portal;
    private OAuthDance broker;

    @BeforeEach
    void begin() {
        portal = ConfiguredServer.client("portal");
        broker = ConfiguredServer.client("broker");
        active(true);
    }

    @AfterEach
    void enable_again() {
        active(true);
    }

    private static void active(boolean active) {
        WITNESS.database()
                .changeElsewhere("update identity_user set active = ? where email = ?", active, "auditor@acme.example");
    }

    private String code() {
        return OAuthDance.code(portal.signIn(Demo.AUDITOR));
    }

    private static String assertion() {
        var now = Instant.now().getEpochSecond();
        return ConfiguredServer.IDENTITY_PROVIDER.jwt(
                "oauth-id-jag+jwt",
                Map.of(
                        "iss",
                        ConfiguredServer.ISSUER,
                        "sub",
                        "00u2",
                        "email",
                        "auditor@acme.example",
                        "aud",
                        Sut.url(""),
                        "client_id",
                        "broker",
                        "resource",
                        Sut.url("/mcp"),
                        "jti",
                        UUID.randomUUID().toString(),
                        "iat",
                        now,
                        "exp",
                        now + 120));
    }

    private Map<String, String> subject(String token) {
        return Map.of("subject_token", token, "subject_token_type", "urn:ietf:params:oauth:token-type:access_token");
    }

    @Test
    void redeems_no_code() {
        var code = code();
        active(false);

        Expect.refused(portal.redeem(code), 400, "invalid_grant");
    }

    @Test
    void refreshes_nothing() {
        var tokens = portal.redeem(code()).json();
        active(false);

        Expect.refused(portal.refresh(tokens.getString("refresh_token")), 400, "invalid_grant");
    }

    @Test
    void is_nobodys_subject() {
        var tokens = portal.redeem(code()).json();
        assertThat(broker.grant(EXCHANGE, subject(tokens.getString("access_token")))
                        .status())
                .isEqualTo(200);
        active(false);

        Expect.refused(broker.grant(EXCHANGE, subject(tokens.getString("access_token"))), 400, "invalid_request");
    }

    @Test
    void cannot_be_asserted() {
        assertThat(broker.grant(ASSERTION, Map.of("assertion", assertion())).status())
                .isEqualTo(200);
        active(false);

        Expect.refused(broker.grant(ASSERTION, Map.of("assertion", assertion())), 400, "invalid_grant");
    }

    @Test
    void has_no_active_token() {
        var tokens = portal.redeem(code()).json();
        active(false);

        Expect.dead(tokens.getString("access_token"));
        assertThat(portal.introspect(tokens.getString("access_token")).body()).isEqualTo("{\"active\":false}");
        assertThat(portal.introspect(tokens.getString("refresh_token")).body()).isEqualTo("{\"active\":false}");
    }

    @Test
    void has_an_application_that_acts_for_nobody() {
        WITNESS.database()
                .changeElsewhere("update identity_user set active = ? where email = ?", false, "owner@acme.example");
        try {
            var token = ConfiguredServer.client("service").ownToken().json().getString("access_token");
            assertThat(McpDriver.bearer(token).call("whoami").status()).isEqualTo(401);
        } finally {
            WITNESS.database()
                    .change("update identity_user set active = ? where email = ?", true, "owner@acme.example");
        }
    }
}
