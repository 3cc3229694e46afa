package dev.gatehouse.blackbox.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Doctor;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/authorization-attempts}: who may read, and how. */
class AttemptReadingIT {
    private static final String PATH = "/v1/authorization-attempts";
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void is_for_the_platform_administrators_browser() {
        assertThat(Doctor.administrator().open(PATH).status()).isEqualTo(200);
    }

    @Test
    void is_for_the_platform_administrators_token() {
        var token = dance.tokens(Demo.ADMIN).getString("access_token");

        assertThat(Http.get(PATH).bearer(token).send().status()).isEqualTo(200);
    }

    @Test
    void is_not_for_anybody_elses_browser() {
        requireForbidden(signedIn(Demo.OWNER).open(PATH));
        requireForbidden(signedIn(Demo.OWNER).open(PATH + "/01234567-89ab-7def-8123-456789abcdef"));
    }

    @Test
    void is_not_for_the_key_of_an_organization() {
        requireForbidden(Http.get(PATH).header("X-API-Key", Demo.ACME_KEY).send());
    }

    @Test
    void is_not_for_somebody_without_an_organization() {
        requireForbidden(signedIn(Demo.NOBODY).open(PATH));
    }

    @Test
    void is_not_for_nobody() {
        var reply = Http.get(PATH).send();

        requireEnvelope(reply, 401, "unauthorized");
        assertThat(reply.header("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void needs_a_session_that_has_not_ended() {
        var browser = Doctor.administrator();
        var cookies = Map.copyOf(browser.cookies());
        browser.post(browser.open("/logout").page().form());
        browser.cookies().putAll(cookies);

        requireEnvelope(browser.open(PATH), 401, "unauthorized");
    }

    @Test
    void takes_one_credential_and_not_two() {
        var cookie = Doctor.administrator().cookies().get("gatehouse_session");

        requireEnvelope(
                Http.get(PATH)
                        .header("Cookie", "gatehouse_session=" + cookie)
                        .header("X-API-Key", Demo.ACME_KEY)
                        .send(),
                400,
                "invalid_request");
    }

    @Test
    void is_the_only_surface_that_a_session_cookie_opens() {
        var cookie = Doctor.administrator().cookies().get("gatehouse_session");

        var reply = Http.post("/mcp")
                .header("Cookie", "gatehouse_session=" + cookie)
                .json("{}")
                .send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer ");
    }

    @Test
    void changes_nothing() {
        assertThat(Http.post(PATH).json("{}").send().status()).isEqualTo(405);
        assertThat(Http.request("DELETE", PATH).send().status()).isEqualTo(405);
    }

    @Test
    void gives_one_attempt_by_its_id() {
        dance.ask();
        var listed = Doctor.of(dance.clientId()).getFirst();

        var read = Doctor.administrator().open(PATH + "/" + listed.getString("id"));

        assertThat(read.json()).isEqualTo(listed);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "unknown, 404",
                "01234567-89ab-7def-8123-456789abcdef, 404",
                "', 404",
                "%00, 400",
            })
    void knows_no_other_id(String id, int status) {
        assertThat(Doctor.administrator().open(PATH + "/" + id).status()).isEqualTo(status);
    }

    @Test
    void gives_them_page_by_page_newest_first() {
        for (int asked = 0; asked < 3; asked++) {
            dance.ask();
        }

        var first =
                Doctor.ask(Map.of("client_id", dance.clientId(), "limit", "2")).json();
        var second = Doctor.ask(
                        Map.of("client_id", dance.clientId(), "limit", "2", "cursor", first.getString("next_cursor")))
                .json();

        assertThat(first.getJsonArray("authorization_attempts")).hasSize(2);
        assertThat(second.getJsonArray("authorization_attempts")).hasSize(1);
        assertThat(second).doesNotContainKey("next_cursor");
        assertThat(second.getJsonArray("authorization_attempts")
                        .getJsonObject(0)
                        .getString("id"))
                .isLessThan(id(first, 1));
        assertThat(id(first, 1)).isLessThan(id(first, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "limit=1&limit=2", "cursor=x", "cursor=%27"})
    void refuses_a_query_that_cannot_be_meant(String query) {
        requireEnvelope(Doctor.administrator().open(PATH + "?" + query), 400, "invalid_request");
    }

    @Test
    void finds_nothing_under_a_reference_that_was_never_shown() {
        assertThat(Doctor.ask(Map.of("reference", "' or '1'='1")).json().getJsonArray("authorization_attempts"))
                .isEmpty();
    }

    private static String id(JsonObject page, int index) {
        return page.getJsonArray("authorization_attempts").getJsonObject(index).getString("id");
    }

    private static void requireForbidden(Reply reply) {
        requireEnvelope(reply, 403, "forbidden");
    }

    private static void requireEnvelope(Reply reply, int status, String error) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().keySet()).containsExactlyInAnyOrder("error", "detail");
        assertThat(reply.error()).isEqualTo(error);
        assertThat(reply.body()).doesNotContain("authorization_attempts\"");
    }

    private static Browser signedIn(Demo.User user) {
        var browser = new Browser();
        browser.signIn(browser.open("/login").page(), user);
        return browser;
    }
}
