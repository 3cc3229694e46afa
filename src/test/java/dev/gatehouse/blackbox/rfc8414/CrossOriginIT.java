package dev.gatehouse.blackbox.rfc8414;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that run in a browser read what is public; what lives by a cookie stays closed to them. */
class CrossOriginIT {
    private static final String ORIGIN = "https://client.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/oauth-authorization-server",
                "/.well-known/openid-configuration",
                "/.well-known/oauth-protected-resource",
                "/.well-known/oauth-protected-resource/mcp",
                "/api/auth/.well-known/oauth-authorization-server",
                "/oauth/jwks"
            })
    void opens_the_public_documents(String path) {
        var reply = from(Http.get(path));

        assertThat(reply.status()).isEqualTo(200);
        requireOpen(reply);
    }

    @ParameterizedTest
    @CsvSource({
        "/oauth/token, 400, invalid_request",
        "/oauth/register, 400, invalid_client_metadata",
        "/oauth/revoke, 401, invalid_client",
        "/token, 400, invalid_request",
        "/api/auth/mcp/register, 400, invalid_client_metadata"
    })
    void opens_the_endpoints_that_take_no_cookie_errors_included(String path, int status, String error) {
        var reply = from(Http.post(path).form("x=y"));

        Expect.refused(reply, status, error);
        requireOpen(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth/token",
                "/oauth/register",
                "/oauth/revoke",
                "/token",
                "/api/oauth/per-user/register",
                "/.well-known/oauth-authorization-server",
                "/.well-known/oauth-protected-resource/mcp"
            })
    void answers_the_question_before_the_request(String path) {
        var reply = from(Http.request("OPTIONS", path)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type, authorization, dpop, mcp-protocol-version"));

        assertThat(reply.status()).isEqualTo(204);
        requireOpen(reply);
        assertThat(reply.header("Access-Control-Allow-Methods").orElseThrow()).contains("GET", "POST");
        assertThat(reply.header("Access-Control-Allow-Headers").orElseThrow().toLowerCase())
                .contains("content-type", "authorization", "dpop", "mcp-protocol-version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/login", "/logout", "/oauth/authorize", "/authorize", "/oauth/consent", "/", "/health/ready"})
    void leaves_pages_closed(String path) {
        requireClosed(from(Http.get(path)));
        requireClosed(from(Http.request("OPTIONS", path).header("Access-Control-Request-Method", "POST")));
    }

    @Test
    void never_lets_a_browser_send_cookies_along() {
        assertThat(from(Http.get("/oauth/jwks")).header("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    private static Reply from(Http request) {
        return request.header("Origin", ORIGIN).send();
    }

    private static void requireOpen(Reply reply) {
        assertThat(reply.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
    }

    private static void requireClosed(Reply reply) {
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
