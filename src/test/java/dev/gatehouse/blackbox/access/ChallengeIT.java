package dev.gatehouse.blackbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Sut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is challenged, and that it comes before everything else about a request. */
class ChallengeIT {
    private static final String LIST = "{\"method\":\"tools/list\"}";

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/mcp/", "/api/v1/mcp"})
    void points_at_the_metadata_of_the_address_that_was_typed(String path) {
        assertThat(Http.post(path).json(LIST).send().headers().allValues("WWW-Authenticate"))
                .containsExactly(Refusal.MISSING.formatted(Sut.url("/.well-known/oauth-protected-resource" + path)));
        assertThat(Http.get("/.well-known/oauth-protected-resource" + path)
                        .send()
                        .json()
                        .getString("resource"))
                .isEqualTo(Sut.url(path));
    }

    @Test
    void is_given_to_the_request_of_older_systems_as_typed() {
        Refusal.missing(Http.post("/mcp").json(LIST).send());
    }

    @Test
    void is_not_built_from_what_the_caller_says() {
        var reply = Http.post("/mcp")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "host=evil.example;proto=https")
                .json(LIST)
                .send();

        Refusal.missing(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "nonsense", "[]", "null", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}"})
    void comes_before_the_body_is_read(String body) {
        Refusal.missing(Http.post("/mcp").json(body).send());
    }

    @Test
    void comes_before_the_body_is_measured() {
        Refusal.missing(Http.post("/mcp").json(" ".repeat(4_194_305)).send());
    }

    /** mcp-spec B.7: authentication runs before all of it. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "text/html"})
    void comes_before_the_content_type_matters(String type) {
        Refusal.missing(Http.post("/mcp").body(type, LIST).send());
    }

    @Test
    void comes_before_a_missing_content_type_matters() {
        Refusal.missing(Http.post("/mcp").untyped(LIST).send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "text/html", "image/png"})
    void comes_before_it_matters_what_the_caller_takes(String accept) {
        Refusal.missing(Http.post("/mcp").header("Accept", accept).json(LIST).send());
    }

    @Test
    void comes_before_the_origin_matters() {
        Refusal.missing(Http.post("/mcp")
                .header("Origin", "https://evil.example")
                .json(LIST)
                .send());
    }

    /** Clients that open a stream first, or end a session, find their way to the sign-in too. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void comes_before_the_http_method_matters(String method) {
        var reply = Http.request(method, "/mcp")
                .header("Accept", "text/event-stream")
                .send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers().allValues("WWW-Authenticate")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /nothing/here",
        "GET, /login",
        "GET, /health/ready",
        "GET, /oauth/authorize",
        "GET, /oauth/consent",
        "POST, /oauth/register",
        "POST, /oauth/revoke",
        "GET, /.well-known/oauth-protected-resource",
        "POST, /mcp/nobody",
        "GET, /v1/organizations"
    })
    void is_given_by_nothing_but_the_endpoint(String method, String path) {
        assertThat(Http.request(method, path).send().header("WWW-Authenticate")).isEmpty();
        assertThat(Http.request(method, path)
                        .bearer("nonsense")
                        .send()
                        .header("WWW-Authenticate")
                        .orElse(""))
                .doesNotContain("resource_metadata");
    }

    @Test
    void is_not_given_to_whoever_is_known() {
        assertThat(Http.post("/mcp")
                        .header("X-API-Key", Demo.ACME_READ_KEY)
                        .json(LIST)
                        .send()
                        .header("WWW-Authenticate"))
                .isEmpty();
    }
}
