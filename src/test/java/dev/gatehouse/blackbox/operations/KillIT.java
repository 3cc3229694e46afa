package dev.gatehouse.blackbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.support.ServerProcess;
import dev.gatehouse.support.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code kill -9} in the middle of everything, and what is still there when the server is back. */
class KillIT {
    private static ServerProcess server;
    private static OAuthDance connected;
    private static JsonObject tokens;
    private static OAuthDance atConsent;
    private static Reply consentPage;
    private static OAuthDance atSignIn;
    private static Reply signInPage;
    private static OAuthDance withCode;
    private static String code;
    private static OAuthDance revoked;
    private static JsonObject revokedTokens;

    @BeforeAll
    static void kill_and_restart() {
        server = TestServer.another().start();
        Sut.use(server.baseUrl());
        connected = OAuthDance.register();
        tokens = connected.tokens(Demo.OWNER);
        atConsent = OAuthDance.register();
        consentPage = atConsent.signIn(Demo.OWNER);
        atSignIn = OAuthDance.register();
        signInPage = atSignIn.authorize();
        revoked = OAuthDance.register();
        revokedTokens = revoked.tokens(Demo.OWNER);
        revoked.revoke(revokedTokens.getString("refresh_token"));
        withCode = OAuthDance.register();
        code = withCode.code(Demo.OWNER);
        McpDriver.key(Demo.ACME_KEY)
                .call(
                        "rename_organization",
                        Json.createObjectBuilder().add("name", "Acme Reborn").build());

        server.kill();
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void look_there() {
        Sut.use(server.baseUrl());
    }

    @AfterEach
    void look_back() {
        Sut.useDefault();
    }

    @Test
    void an_access_token_still_opens_the_endpoint() {
        Expect.accepted(tokens.getString("access_token"));
    }

    @Test
    void a_refresh_token_still_gets_tokens() {
        var fresh = connected.refresh(tokens.getString("refresh_token"));

        assertThat(fresh.status()).as(fresh.body()).isEqualTo(200);
        Expect.accepted(fresh.json().getString("access_token"));
    }

    @Test
    void what_was_revoked_stays_revoked() {
        Expect.dead(revokedTokens.getString("access_token"));
    }

    @Test
    void a_code_can_still_be_redeemed_and_only_once() {
        var first = withCode.redeem(code);

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(withCode.redeem(code).error()).isEqualTo("invalid_grant");
    }

    @Test
    void the_consent_page_goes_on_and_finishes() {
        var reply = atConsent.browser().submit(consentPage.page().form().press("decision", "approve"));

        finished(atConsent, reply);
    }

    @Test
    void the_sign_in_page_goes_on_and_finishes() {
        var page = atSignIn.browser().signIn(signInPage.page(), Demo.OWNER);

        finished(atSignIn, atSignIn.answer(page, "acme"));
    }

    @Test
    void a_change_that_was_acknowledged_is_there() {
        assertThat(McpDriver.key(Demo.ACME_KEY)
                        .result("whoami")
                        .getJsonObject("organization")
                        .getString("name"))
                .isEqualTo("Acme Reborn");
    }

    @Test
    void the_record_of_it_is_there_too() {
        assertThat(McpDriver.key(Demo.ACME_KEY).auditEvents(200))
                .anyMatch(event -> event.getString("target").equals("rename_organization")
                        && event.getString("outcome").equals("success"));
    }

    private static void finished(OAuthDance dance, Reply reply) {
        var redeemed = dance.redeem(OAuthDance.code(reply));
        assertThat(redeemed.status()).as(redeemed.body()).isEqualTo(200);
        Expect.accepted(redeemed.json().getString("access_token"));
    }
}
