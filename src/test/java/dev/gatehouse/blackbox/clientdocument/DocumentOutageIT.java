package dev.gatehouse.blackbox.clientdocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Witness;
import dev.gatehouse.support.TlsSite.Answer;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site that is down takes nobody's connection away, and lets nobody connect what it no longer stands by. */
class DocumentOutageIT {
    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness();

    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 503})
    void a_connected_client_goes_on_for_days(int status) {
        var dance = OAuthDance.of(SITE.publish());
        var tokens = dance.tokens(Demo.OWNER);
        SITE.answer(dance.clientId(), Answer.status(status));
        lastChecked(dance.clientId(), Duration.ofDays(6));

        var refreshed = dance.refresh(tokens.getString("refresh_token"));

        assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
        Expect.accepted(refreshed.json().getString("access_token"));
    }

    @Test
    void a_connected_client_does_not_go_on_for_more_than_a_week() {
        var dance = OAuthDance.of(SITE.publish());
        var tokens = dance.tokens(Demo.OWNER);
        SITE.answer(dance.clientId(), Answer.status(503));
        lastChecked(dance.clientId(), Duration.ofDays(8));

        Expect.refused(dance.refresh(tokens.getString("refresh_token")), 401, "invalid_client");

        SITE.answer(dance.clientId(), ClientSite.answer(dance.clientId()));
        accepted(dance);
        assertThat(dance.refresh(tokens.getString("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void a_site_that_is_down_is_not_asked_at_every_refresh() {
        var dance = OAuthDance.of(SITE.publish());
        var tokens = dance.tokens(Demo.OWNER);
        SITE.answer(dance.clientId(), Answer.status(503));
        lastChecked(dance.clientId(), Duration.ofDays(2));
        var before = SITE.asked(dance.clientId());

        var refreshed = dance.refresh(tokens.getString("refresh_token")).json();
        dance.refresh(refreshed.getString("refresh_token"));

        assertThat(SITE.asked(dance.clientId())).isEqualTo(before + 1);
    }

    @Test
    void people_may_connect_a_client_whose_site_has_been_down_for_hours() {
        var dance = OAuthDance.of(SITE.publish());
        accepted(dance);
        SITE.answer(dance.clientId(), Answer.status(503));
        lastChecked(dance.clientId(), Duration.ofHours(12));

        accepted(dance);
    }

    @Test
    void nobody_may_connect_a_client_whose_site_has_been_down_for_days() {
        var dance = OAuthDance.of(SITE.publish());
        accepted(dance);
        SITE.answer(dance.clientId(), Answer.status(503));
        lastChecked(dance.clientId(), Duration.ofHours(25));

        Expect.page(dance.ask(), 400);
    }

    @Test
    void nobody_may_connect_a_client_whose_document_was_withdrawn() {
        var dance = OAuthDance.of(SITE.publish());
        accepted(dance);
        SITE.answer(dance.clientId(), Answer.status(404));
        lastChecked(dance.clientId(), Duration.ofHours(2));

        Expect.page(dance.ask(), 400);
    }

    @Test
    void a_connected_client_gets_a_changed_document_at_the_token_endpoint() {
        var dance = OAuthDance.of(SITE.publish());
        var tokens = dance.tokens(Demo.OWNER);
        SITE.answer(
                dance.clientId(),
                Answer.json(ClientSite.document(
                                dance.clientId(),
                                Json.createObjectBuilder()
                                        .add("token_endpoint_auth_method", "private_key_jwt")
                                        .add(
                                                "jwks_uri",
                                                SITE.site().url("/jwks").toString())
                                        .build())
                        .toString()));
        lastChecked(dance.clientId(), Duration.ofHours(2));

        Expect.refused(dance.refresh(tokens.getString("refresh_token")), 401, "invalid_client");
    }

    private static void accepted(OAuthDance dance) {
        var reply = dance.ask();
        assertThat(reply.status()).as(reply.body()).isEqualTo(303);
    }

    private void lastChecked(String id, Duration ago) {
        var then = Instant.now().minus(ago).atOffset(ZoneOffset.UTC);
        WITNESS.database()
                .change(
                        "update oauth_client_document set checked_at = ?, fresh_until = ? where client_id = ?",
                        then,
                        then,
                        id);
    }
}
