package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §4.1.2.1: when the client or its redirect URI is in doubt, the person is told and nobody is redirected. */
class AuthorizationClientIT {
    private final OAuthDance dance = OAuthDance.register();

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "https://client.example/metadata.json", "' or 1=1 --", "\uD83D\uDEAA", "../x"})
    void shows_an_unknown_client_a_page(String clientId) {
        Expect.page(dance.with("client_id", clientId).ask(), 400);
        assertThat(dance.browser().cookies()).isEmpty();
    }

    @Test
    void shows_a_missing_client_a_page() {
        Expect.page(dance.with("client_id", null).ask(), 400);
    }

    @Test
    void shows_a_client_id_longer_than_any_a_page() {
        Expect.page(dance.with("client_id", "a".repeat(3_000)).ask(), 400);
    }

    @Test
    void tells_two_clients_from_one_by_a_page() {
        Expect.page(
                Http.get(dance.authorizationPath() + "&client_id=" + dance.clientId())
                        .send(),
                400);
    }

    @Test
    void shows_an_unknown_client_a_page_even_when_it_forbids_pages() {
        Expect.page(dance.with("client_id", "unknown").with("prompt", "none").ask(), 400);
    }

    @Test
    void shows_a_page_when_another_clients_redirect_uri_is_used() {
        var other = OAuthDance.register("https://other.example/callback");

        Expect.page(dance.with("redirect_uri", "https://other.example/callback").ask(), 400);
        assertThat(other.ask().status()).isEqualTo(303);
    }

    @Test
    void shows_a_page_for_two_redirect_uris() {
        Expect.page(
                Http.get(dance.authorizationPath() + "&redirect_uri=https%3A%2F%2Fevil.example")
                        .send(),
                400);
    }

    @Test
    void shows_a_page_when_no_redirect_uri_is_named_and_several_are_registered() {
        var several = OAuthDance.register("https://app.example/a", "https://app.example/b")
                .with("redirect_uri", null);

        Expect.page(several.ask(), 400);
    }

    @Test
    void takes_the_only_registered_redirect_uri_when_none_is_named() {
        var reply = dance.with("redirect_uri", null).allow(Demo.OWNER, "acme");

        assertThat(reply.location().text()).startsWith(OAuthDance.REDIRECT_URI + "?code=");
        assertThat(dance.redeem(OAuthDance.code(reply)).status()).isEqualTo(200);
    }

    @Test
    void prints_nothing_of_a_hostile_client_id() {
        var reply = dance.with("client_id", "<script>alert(1)</script>").ask();

        Expect.page(reply, 400);
        assertThat(reply.body()).doesNotContain("<script");
    }

    @Test
    void keeps_a_query_that_the_redirect_uri_has() {
        var queried = OAuthDance.register("https://app.example/callback?tenant=7&x=%26");

        assertThat(queried.allow(Demo.OWNER, "acme").location().text())
                .startsWith("https://app.example/callback?tenant=7&x=%26&code=");
    }

    @Test
    void keeps_that_query_when_it_refuses() {
        var queried =
                OAuthDance.register("https://app.example/callback?tenant=7").with("response_type", "token");

        Expect.sentBack(queried.ask(), "https://app.example/callback?tenant=7&error=", "unsupported_response_type");
    }

    @Test
    void takes_the_request_as_a_form() {
        var query = dance.authorizationPath().split("\\?")[1];
        var reply = Http.post("/oauth/authorize").form(query).send();

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location().text()).contains("/oauth/consent?flow=");
    }

    @Test
    void reads_no_client_from_a_json_body() {
        var body = Json.createObjectBuilder().add("client_id", dance.clientId()).build();

        Expect.page(Http.post("/oauth/authorize").json(body).send(), 400);
    }

    @Test
    void begins_a_flow_that_only_this_browser_can_go_on_with() {
        var reply = dance.ask();

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches("gatehouse_flow_[A-Za-z0-9]+=[A-Za-z0-9_-]{43};.*")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }
}
