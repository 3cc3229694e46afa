package dev.gatehouse.blackbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every answer carries, whatever it is, and what none does. */
class ResponseHeadersIT {

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /login",
        "GET, /health/live",
        "GET, /.well-known/oauth-authorization-server",
        "GET, /.well-known/oauth-protected-resource/mcp",
        "GET, /oauth/authorize",
        "GET, /oauth/consent",
        "POST, /oauth/token",
        "POST, /oauth/register",
        "POST, /mcp",
        "GET, /mcp",
        "GET, /nothing/here",
        "DELETE, /login",
        "OPTIONS, /oauth/token"
    })
    void every_answer_is_named_and_safe(String method, String path) {
        var reply = Http.request(method, path).send();

        assertThat(reply.header("X-Request-Id").orElse("")).matches("[0-9A-Za-z]{16}");
        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.header("X-Frame-Options")).contains("DENY");
        assertThat(reply.header("Referrer-Policy")).contains("no-referrer");
        assertThat(reply.header("Cache-Control").orElse("")).contains("no-store");
        withoutBanner(reply);
    }

    @Test
    void only_what_is_the_same_for_everybody_may_be_kept() {
        var style = Http.get("/assets/gatehouse.css").send();

        assertThat(style.status()).isEqualTo(200);
        assertThat(style.header("Content-Type").orElse("")).startsWith("text/css");
        assertThat(style.header("Cache-Control").orElse("")).contains("max-age");
        assertThat(Http.get("/oauth/jwks").send().header("Cache-Control").orElse(""))
                .contains("max-age");
    }

    @Test
    void no_two_answers_have_the_same_name() {
        assertThat(Http.get("/health/live").send().header("X-Request-Id"))
                .isNotEqualTo(Http.get("/health/live").send().header("X-Request-Id"));
    }

    /** A name from outside could forge log lines, or somebody else's reference. */
    @Test
    void a_caller_does_not_choose_the_name() {
        assertThat(Http.get("/health/live")
                        .header("X-Request-Id", "forged")
                        .send()
                        .header("X-Request-Id"))
                .isPresent()
                .hasValueSatisfying(id -> assertThat(id).isNotEqualTo("forged"));
    }

    @ParameterizedTest
    @CsvSource({"/", "/login", "/oauth/authorize", "/nothing/here"})
    void pages_may_run_no_script_and_load_nothing_from_elsewhere(String path) {
        var page = Http.get(path).header("Accept", "text/html").send();

        assertThat(page.header("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none';")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "*", "http:", "data:");
        assertThat(page.body()).doesNotContain("<script", " style=", " onclick", "src=");
    }

    private static void withoutBanner(Reply reply) {
        assertThat(reply.headers().map().keySet())
                .doesNotContain("server", "x-powered-by", "via", "x-aspnet-version", "x-resteasy");
        assertThat(reply.body()).doesNotContainIgnoringCase("wildfly", "undertow", "jboss", "liberty", "resteasy");
    }
}
