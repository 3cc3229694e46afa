package dev.gatehouse.blackbox.clientdocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Witness;
import dev.gatehouse.support.TlsSite;
import jakarta.json.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that nobody has registered is known by the document at its id (MCP 2026-07-28). */
class DocumentClientIT {
    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness();

    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    @Test
    void goes_from_its_url_to_a_token_that_opens_the_endpoint() {
        var dance = OAuthDance.of(SITE.publish());

        var tokens = dance.tokens(Demo.OWNER);

        Expect.accepted(tokens.getString("access_token"));
        var refreshed = dance.refresh(tokens.getString("refresh_token"));
        assertThat(refreshed.status()).isEqualTo(200);
        Expect.accepted(refreshed.json().getString("access_token"));
    }

    @Test
    void two_installations_of_one_client_never_log_each_other_out() {
        var id = SITE.publish();
        var laptop = OAuthDance.of(id);
        var desktop = OAuthDance.of(id).in(new Browser());
        var onLaptop = laptop.tokens(Demo.OWNER);
        var onDesktop = desktop.tokens(Demo.OWNER);

        var second = OAuthDance.of(id).in(new Browser()).tokens(Demo.OWNER);
        laptop.revoke(onLaptop.getString("refresh_token"));
        var refreshed = desktop.refresh(onDesktop.getString("refresh_token"));

        Expect.dead(onLaptop.getString("access_token"));
        assertThat(refreshed.status()).isEqualTo(200);
        Expect.accepted(refreshed.json().getString("access_token"));
        Expect.accepted(second.getString("access_token"));
    }

    @Test
    void is_announced_in_the_metadata() {
        var metadata =
                Http.get("/.well-known/oauth-authorization-server").send().json();

        assertThat(metadata.getBoolean("client_id_metadata_document_supported")).isTrue();
    }

    @Test
    void names_its_host_beside_the_name_that_it_gives_itself() {
        var id = SITE.publish(
                Json.createObjectBuilder().add("client_name", "Claude Code").build());

        var page = OAuthDance.of(id).signIn(Demo.OWNER).body();

        assertThat(page).contains("<em>Claude Code</em> of localhost");
        assertThat(page).contains("described at <strong>localhost</strong>");
    }

    @Test
    void warns_where_any_program_on_the_computer_could_pose_as_the_client() {
        var loopback = OAuthDance.of(SITE.publish()).signIn(Demo.OWNER).body();
        var web = OAuthDance.of(SITE.publish(Json.createObjectBuilder()
                        .add("redirect_uris", Json.createArrayBuilder().add("https://app.example/callback"))
                        .build()))
                .with("redirect_uri", "https://app.example/callback")
                .signIn(Demo.OWNER)
                .body();

        assertThat(loopback).contains("Any program on this computer can pose as it");
        assertThat(web).doesNotContain("Any program on this computer");
    }

    @Test
    void is_called_mcp_client_where_it_has_no_name() {
        var id = SITE.newId();
        SITE.answer(id, TlsSite.Answer.json("""
            {"client_id":"%s","redirect_uris":["%s"]}\
            """.formatted(id, OAuthDance.REDIRECT_URI)));

        assertThat(OAuthDance.of(id).signIn(Demo.OWNER).body()).contains("<em>MCP client</em>");
    }

    @Test
    void may_be_called_back_only_where_its_document_says() {
        var reply = OAuthDance.of(SITE.publish())
                .with("redirect_uri", "https://evil.example/")
                .ask();

        Expect.page(reply, 400);
        assertThat(reply.body()).contains("redirect_uri");
    }

    @Test
    void is_asked_for_consent_every_time() {
        var id = SITE.publish();
        var browser = new Browser();
        OAuthDance.of(id).in(browser).tokens(Demo.OWNER);

        var again = OAuthDance.of(id).in(browser).authorize();

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("value=\"approve\"");
    }

    @Test
    void may_push_its_request() {
        var dance = OAuthDance.of(SITE.publish());

        assertThat(dance.push().status()).isEqualTo(201);
    }

    @Test
    void cannot_act_without_a_person() {
        var id = SITE.publish(Json.createObjectBuilder()
                .add(
                        "grant_types",
                        Json.createArrayBuilder().add("authorization_code").add("client_credentials"))
                .build());
        OAuthDance.of(id).ask();

        var reply = Http.post("/oauth/token")
                .form("grant_type=client_credentials&client_id=" + id)
                .send();

        Expect.refused(reply, 400, "unauthorized_client");
    }

    @Test
    void is_on_record_once_it_is_known() {
        var id = SITE.publish();

        OAuthDance.of(id).tokens(Demo.OWNER);

        assertThat(WITNESS.rows("select action from audit_record where client_id = ? order by id", id))
                .extracting(row -> row.get("action"))
                .startsWith("oauth.client_document_read")
                .doesNotHaveDuplicates();
        assertThat(Audit.actions(id)).contains("oauth.token_issued");
    }
}
