package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIT {
    private static final String COOKIE = "gatehouse_session";

    private final Browser browser = new Browser();

    @Test
    void is_a_random_cookie_that_no_script_and_no_other_site_sees() {
        var reply = signIn();

        assertThat(reply.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(COOKIE))
                .singleElement()
                .asString()
                .matches(COOKIE + "=[A-Za-z0-9_-]{43};.*")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void is_never_one_that_was_there_before() {
        browser.cookies().put(COOKIE, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        signIn();

        assertThat(browser.cookies().get(COOKIE)).isNotEqualTo("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        requireNobody("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    }

    @Test
    void changes_at_every_sign_in() {
        signIn();
        var first = browser.cookies().get(COOKIE);
        signIn();

        assertThat(browser.cookies().get(COOKIE)).isNotEqualTo(first);
    }

    @Test
    void ends_when_somebody_else_signs_in_in_the_same_browser() {
        signIn();
        var first = browser.cookies().get(COOKIE);

        browser.signIn(browser.open("/login").page(), Demo.AUDITOR);

        requireNobody(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\"\"", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or '1'='1"})
    void is_nobody_when_the_cookie_is_guessed(String cookie) {
        requireNobody(cookie);
    }

    @Test
    void opens_no_endpoint_for_programs() {
        signIn();

        var reply = Http.post("/mcp")
                .header("Cookie", COOKIE + "=" + browser.cookies().get(COOKIE))
                .json("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                .send();

        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void is_not_a_bearer_token_either() {
        signIn();

        assertThat(Http.post("/mcp")
                        .bearer(browser.cookies().get(COOKIE))
                        .json("{}")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    private Reply signIn() {
        return browser.post(browser.open("/login")
                .page()
                .form()
                .fill("email", Demo.OWNER.email())
                .fill("password", Demo.OWNER.password()));
    }

    private static void requireNobody(String cookie) {
        var home = Http.get("/").header("Cookie", COOKIE + "=" + cookie).send();

        assertThat(home.status()).isEqualTo(200);
        assertThat(home.body()).doesNotContain("Signed in as");
    }
}
