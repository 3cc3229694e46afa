package dev.gatehouse.blackbox.support;

import static org.assertj.core.api.Assertions.assertThat;

/** What a refusal must look like on each surface, and whether a token still opens the MCP endpoint. */
public final class Expect {
    private static final String NQCHAR = "[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]+";

    private Expect() {}

    /** RFC 6749 §5.2: the documented code as JSON that nobody stores, and nothing else. */
    public static void refused(Reply reply, int status, String error) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("Location")).isEmpty();
        assertThat(reply.json().keySet()).containsExactlyInAnyOrder("error", "error_description");
        assertThat(reply.error()).isEqualTo(error);
        assertThat(reply.json().getString("error_description")).matches(NQCHAR);
    }

    /** A readable page with the reference that the administrator can look up, and no redirect. */
    public static void page(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Location")).isEmpty();
        assertThat(reply.header("Content-Type").orElse("").replace(" ", "").toLowerCase())
                .isEqualTo("text/html;charset=utf-8");
        assertThat(reply.body())
                .contains("<h1>")
                .contains(reply.header("X-Request-Id").orElseThrow())
                .doesNotContain("Exception", "\tat ");
    }

    /**
     * RFC 6749 §4.1.2.1 with RFC 9207 §2: back at the client with the error, its state and our name, without a code.
     */
    public static void sentBack(Reply reply, String redirectUri, String error) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(303);
        assertThat(reply.location().text()).startsWith(redirectUri);
        assertThat(reply.location().parameter("error")).contains(error);
        assertThat(reply.location().parameter("error_description").orElseThrow())
                .matches(NQCHAR);
        assertThat(reply.location().parameter("state")).contains(OAuthDance.STATE);
        assertThat(reply.location().parameter("iss")).contains(Sut.url(""));
        assertThat(reply.location().parameter("code")).isEmpty();
        assertThat(reply.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.matches("gatehouse_flow_[^=]+=[^;].*"));
    }

    /** The same at {@link OAuthDance#REDIRECT_URI}. */
    public static void sentBack(Reply reply, String error) {
        sentBack(reply, OAuthDance.REDIRECT_URI + "?", error);
    }

    /** The access token opens the MCP endpoint. */
    public static void accepted(String accessToken) {
        var reply = McpDriver.bearer(accessToken).call("whoami");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    /** The access token is not, or no longer, worth anything. */
    public static void dead(String accessToken) {
        var reply = McpDriver.bearer(accessToken).call("whoami");
        assertThat(reply.status()).as(reply.body()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate").orElse("")).contains("error=\"invalid_token\"");
    }
}
