package dev.gatehouse.blackbox.clientdocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
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

/** Attack 23: a document is believed as long as its site says, within bounds; what is none is never kept. */
class DocumentCacheIT {
    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness();

    private static final int RUNNERS = 32;

    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    @Test
    void a_site_is_asked_once_while_its_document_is_fresh() {
        var id = SITE.publish();
        SITE.answer(id, ClientSite.answer(id).with("Cache-Control", "max-age=3600"));

        OAuthDance.of(id).tokens(Demo.OWNER);
        OAuthDance.of(id).tokens(Demo.OWNER);

        assertThat(SITE.asked(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "no-cache", "max-age=0"})
    void a_site_is_asked_for_each_request_where_it_wants_to(String cacheControl) {
        var id = SITE.newId();
        SITE.answer(id, ClientSite.answer(id).with("Cache-Control", cacheControl));

        accepted(OAuthDance.of(id).ask());
        accepted(OAuthDance.of(id).ask());

        assertThat(SITE.asked(id)).isEqualTo(2);
    }

    @Test
    void nothing_is_believed_for_more_than_seven_days() {
        var id = SITE.newId();
        SITE.answer(id, ClientSite.answer(id).with("Cache-Control", "max-age=31536000"));

        accepted(OAuthDance.of(id).ask());

        assertThat(freshIn(id, Duration.ofDays(7).minusMinutes(5))).isTrue();
        assertThat(freshIn(id, Duration.ofDays(7))).isFalse();
    }

    @Test
    void a_document_is_asked_for_by_its_tag_and_kept_on_304() {
        var id = SITE.newId();
        SITE.answer(id, ClientSite.answer(id).with("Cache-Control", "max-age=0").with("ETag", "\"one\""));
        accepted(OAuthDance.of(id).ask());
        SITE.answer(id, Answer.status(304).with("Cache-Control", "max-age=3600"));

        accepted(OAuthDance.of(id).ask());
        accepted(OAuthDance.of(id).ask());

        assertThat(SITE.asked(id)).isEqualTo(2);
        assertThat(SITE.site().requests().getLast().headers().getFirst("If-None-Match"))
                .isEqualTo("\"one\"");
    }

    @Test
    void a_304_that_nobody_asked_for_is_no_document() {
        var id = SITE.newId();
        SITE.answer(id, Answer.status(304));

        refused(id, OAuthDance.of(id).ask());
    }

    @Test
    void a_changed_document_counts_for_the_next_request_and_is_on_record() {
        var id = SITE.newId();
        SITE.answer(id, ClientSite.answer(id).with("Cache-Control", "no-store"));
        accepted(OAuthDance.of(id).ask());
        SITE.answer(
                id,
                Answer.json(ClientSite.document(
                                id,
                                Json.createObjectBuilder()
                                        .add(
                                                "redirect_uris",
                                                Json.createArrayBuilder().add("https://app.example/new"))
                                        .build())
                        .toString()));

        Expect.page(OAuthDance.of(id).ask(), 400);
        accepted(OAuthDance.of(id)
                .with("redirect_uri", "https://app.example/new")
                .ask());
        assertThat(WITNESS.rows("select action from audit_record where client_id = ?", id))
                .extracting(row -> row.get("action"))
                .contains("oauth.client_document_changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 203, 204, 206, 301, 302, 307, 400, 401, 404, 410, 429, 500, 503})
    void only_200_is_an_answer_and_no_other_is_kept(int status) {
        var id = SITE.newId();
        SITE.answer(
                id,
                ClientSite.answer(id)
                        .as(status)
                        .with("Cache-Control", "max-age=3600")
                        .with("Location", SITE.site().url("/elsewhere").toString()));
        refused(id, OAuthDance.of(id).ask());
        assertThat(SITE.site().requests("/elsewhere")).isZero();

        SITE.answer(id, ClientSite.answer(id));
        accepted(OAuthDance.of(id).ask());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/plain",
                "application/javascript",
                "application/jsonp",
                "application/x-json",
                ""
            })
    void only_json_is_a_document(String contentType) {
        var id = SITE.newId();
        SITE.answer(id, ClientSite.answer(id).with("Content-Type", contentType));

        refused(id, OAuthDance.of(id).ask());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "application/client-metadata+json", "Application/JSON"})
    void json_may_be_called_by_any_of_its_names(String contentType) {
        var id = SITE.newId();
        SITE.answer(id, ClientSite.answer(id).with("Content-Type", contentType));

        accepted(OAuthDance.of(id).ask());
    }

    @Test
    void a_document_has_5_kilobytes_at_most() {
        var id = SITE.newId();
        var document =
                ClientSite.document(id, Json.createObjectBuilder().build()).toString();
        SITE.answer(id, Answer.json(document + " ".repeat(5_121 - document.length())));
        refused(id, OAuthDance.of(id).ask());

        SITE.answer(id, Answer.json(document + " ".repeat(5_120 - document.length())));
        accepted(OAuthDance.of(id).ask());
    }

    @Test
    void many_who_come_at_once_have_the_site_asked_once() {
        var id = SITE.newId();
        SITE.site().page(id.substring(SITE.site().url("").toString().length()), request -> {
            pause();
            return ClientSite.answer(id);
        });

        var replies = Race.of(RUNNERS, () -> {
            return OAuthDance.of(id).ask();
        });

        assertThat(replies).allSatisfy(DocumentCacheIT::accepted);
        assertThat(SITE.asked(id)).isEqualTo(1);
        assertThat(WITNESS.rows("select client_id from oauth_client where client_id = ?", id))
                .hasSize(1);
    }

    private boolean freshIn(String id, Duration time) {
        return !WITNESS.rows(
                        "select client_id from oauth_client_document where client_id = ? and fresh_until > ?",
                        id,
                        Instant.now().plus(time).atOffset(ZoneOffset.UTC))
                .isEmpty();
    }

    private static void accepted(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(303);
        assertThat(reply.location().text()).contains("/oauth/consent");
    }

    private void refused(String id, Reply reply) {
        Expect.page(reply, 400);
        assertThat(reply.body()).contains("a document on localhost");
        assertThat(WITNESS.rows("select client_id from oauth_client where client_id = ?", id))
                .isEmpty();
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
