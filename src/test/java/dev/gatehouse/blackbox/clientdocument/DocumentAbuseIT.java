package dev.gatehouse.blackbox.clientdocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Witness;
import dev.gatehouse.support.TlsSite.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack 25: documents that claim what no document may, and URLs that are another's in disguise. */
class DocumentAbuseIT {
    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness();

    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    static Stream<JsonObject> forbidden() {
        var oct = Json.createObjectBuilder()
                .add(
                        "keys",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("kty", "oct")
                                        .add("k", "AAAA")));
        return Stream.of(
                Json.createObjectBuilder().add("client_secret", "s").build(),
                Json.createObjectBuilder()
                        .add("token_endpoint_auth_method", "client_secret_post")
                        .build(),
                Json.createObjectBuilder().add("jwks", oct).build(),
                Json.createObjectBuilder()
                        .add("token_endpoint_auth_method", "private_key_jwt")
                        .build(),
                Json.createObjectBuilder()
                        .add("redirect_uris", Json.createArrayBuilder().add("javascript:alert(1)"))
                        .build(),
                Json.createObjectBuilder()
                        .add("redirect_uris", Json.createArrayBuilder().add("http://evil.example/"))
                        .build(),
                Json.createObjectBuilder()
                        .add("redirect_uris", Json.createArrayBuilder())
                        .build(),
                Json.createObjectBuilder()
                        .add("client_id", "https://claude.ai/client")
                        .build(),
                Json.createObjectBuilder().add("client_name", "x".repeat(201)).build(),
                Json.createObjectBuilder().add("client_name", 7).build());
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void what_no_document_may_have_is_refused_and_leaves_no_client(JsonObject members) {
        var id = SITE.publish(members);

        var reply = OAuthDance.of(id).ask();

        Expect.page(reply, 400);
        assertThat(rows(id)).isEmpty();
    }

    static Stream<byte[]> unreadable() {
        return Stream.of(
                new byte[] {(byte) 0xff, (byte) 0xfe},
                "\uFEFF{}".getBytes(StandardCharsets.UTF_8),
                ("[".repeat(2_500) + "]".repeat(2_500)).getBytes(StandardCharsets.UTF_8),
                "{\"client_id\":1e999999999}".getBytes(StandardCharsets.UTF_8),
                new byte[1_000_000],
                new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void what_cannot_be_read_is_refused_and_leaves_no_client(byte[] body) {
        var id = SITE.newId();
        SITE.answer(id, new Answer(200, Map.of("Content-Type", "application/json"), body));

        Expect.page(OAuthDance.of(id).ask(), 400);

        assertThat(rows(id)).isEmpty();
    }

    @Test
    void a_member_that_stands_twice_is_refused() {
        var id = SITE.newId();
        SITE.answer(
                id,
                Answer.json(ClientSite.document(id, Json.createObjectBuilder().build())
                        .toString()
                        .replace("{\"", "{\"client_id\":\"https://claude.ai/client\",\"")));

        Expect.page(OAuthDance.of(id).ask(), 400);
    }

    @Test
    void the_reason_is_for_the_administrator_and_not_for_whoever_named_the_url() {
        var id = SITE.newId();
        SITE.answer(id, Answer.status(418));

        var reply = OAuthDance.of(id).ask();

        assertThat(reply.body()).doesNotContain("418");
        assertThat(WITNESS.rows(
                        "select detail from audit_record where request_id = ?",
                        reply.header("X-Request-Id").orElseThrow()))
                .singleElement()
                .satisfies(row -> assertThat(row.get("detail")).contains("client document: status 418"));
    }

    @Test
    void nothing_that_a_document_refers_to_is_fetched() {
        var id = SITE.publish(Json.createObjectBuilder()
                .add("logo_uri", url("/logo"))
                .add("client_uri", url("/home"))
                .add("policy_uri", url("/policy"))
                .add("jwks_uri", url("/jwks"))
                .add("backchannel_logout_uri", url("/logout"))
                .add("sector_identifier_uri", url("/sector"))
                .add("request_uris", Json.createArrayBuilder().add(url("/request")))
                .build());
        var dance = OAuthDance.of(id);

        var tokens = dance.tokens(Demo.OWNER);
        dance.refresh(tokens.getString("refresh_token"));
        dance.revoke(tokens.getString("access_token"));

        assertThat(Stream.of("/logo", "/home", "/policy", "/jwks", "/logout", "/sector", "/request")
                        .mapToLong(SITE.site()::requests)
                        .sum())
                .isZero();
    }

    @Test
    void a_document_does_not_widen_what_a_person_has_allowed() {
        var id = SITE.publish();
        SITE.answer(id, ClientSite.answer(id).with("Cache-Control", "no-store"));
        var dance = OAuthDance.of(id).with("scope", "mcp:read");
        var tokens = dance.tokens(Demo.OWNER);
        SITE.answer(
                id,
                Answer.json(ClientSite.document(
                                id,
                                Json.createObjectBuilder()
                                        .add("scope", "mcp:read mcp:write")
                                        .build())
                        .toString()));

        Expect.refused(
                dance.refresh(tokens.getString("refresh_token"), "scope", "mcp:read mcp:write"), 400, "invalid_scope");
        assertThat(dance.refresh(tokens.getString("refresh_token")).json().getString("scope"))
                .isEqualTo("mcp:read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s#",
                "%s#part",
                "%s?",
                "%s/../client.json",
                "%s/%%2e%%2e/client.json",
                "%s/.",
                " %s",
                "%s ",
                "%s%%00",
                "%s%%0d%%0aX-Evil: 1"
            })
    void a_url_in_disguise_is_unknown_and_not_asked_for(String form) {
        var id = SITE.publish();
        var before = SITE.site().requests().size();

        Expect.page(OAuthDance.of(form.formatted(id)).ask(), 400);

        assertThat(SITE.site().requests().stream()
                        .skip(before)
                        .filter(request -> !request.path().endsWith("?")))
                .isEmpty();
    }

    @Test
    void a_url_with_a_name_and_a_password_is_unknown() {
        var id = SITE.publish().replace("https://", "https://user:password@");

        Expect.page(OAuthDance.of(id).ask(), 400);

        assertThat(rows(id)).isEmpty();
    }

    private static String url(String path) {
        return SITE.site().url(path).toString();
    }

    private java.util.List<Map<String, String>> rows(String id) {
        return WITNESS.rows("select client_id from oauth_client where client_id = ?", id);
    }
}
