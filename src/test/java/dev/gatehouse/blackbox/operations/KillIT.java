package dev.gatehouse.blackbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.clientdocument.ClientSite;
import dev.gatehouse.blackbox.support.AuthenticatorApp;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code kill -9} in the middle of everything, and what is still there when the server is back. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("killed server")
class KillIT {
    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    @RegisterExtension
    static final Witness WITNESS =
            OutwardServer.witness().and("gatehouse.oauth.code-lifetime", "PT5M").alone();

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
    private static OAuthDance atSecondFactor;
    private static Page.Form secondFactor;
    private static AuthenticatorApp app;
    private static OAuthDance documented;

    @BeforeAll
    static void kill_and_restart() {
        connected = OAuthDance.register();
        tokens = connected.tokens(Demo.OWNER);
        atConsent = OAuthDance.register();
        consentPage = atConsent.signIn(Demo.OWNER);
        atSignIn = OAuthDance.register();
        signInPage = atSignIn.authorize();
        revoked = OAuthDance.register();
        revokedTokens = revoked.tokens(Demo.OWNER);
        revoked.revoke(revokedTokens.getString("refresh_token"));
        atSecondFactor = OAuthDance.register();
        secondFactor = atSecondFactor().page().form();
        documented = OAuthDance.of(SITE.newId());
        SITE.answer(
                documented.clientId(), ClientSite.answer(documented.clientId()).with("Cache-Control", "max-age=3600"));
        documented.ask();
        withCode = OAuthDance.register();
        code = withCode.code(Demo.OWNER);
        var renamed = McpDriver.key(Demo.ACME_KEY)
                .call(
                        "rename_organization",
                        Json.createObjectBuilder().add("name", "Acme Reborn").build());
        assertThat(renamed.body()).contains("Acme Reborn");

        WITNESS.server().kill();
        WITNESS.server().start();
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
    void the_second_factor_page_goes_on_and_finishes() {
        var page = atSecondFactor.browser().submit(secondFactor.fill("code", app.code(0)));

        finished(atSecondFactor, atSecondFactor.answer(page, "acme"));
    }

    @Test
    void a_document_is_still_known() {
        assertThat(documented.ask().status()).isEqualTo(303);
        assertThat(SITE.asked(documented.clientId())).isEqualTo(1);
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

    /** Somebody with an app has sent the password. */
    private static Reply atSecondFactor() {
        var person = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        var browser = new Browser();
        browser.signIn(browser.open("/login").page(), person.user());
        app = AuthenticatorApp.setUpIn(browser);
        return atSecondFactor.signIn(person.user());
    }

    private static void finished(OAuthDance dance, Reply reply) {
        var redeemed = dance.redeem(OAuthDance.code(reply));
        assertThat(redeemed.status()).as(redeemed.body()).isEqualTo(200);
        Expect.accepted(redeemed.json().getString("access_token"));
    }
}
