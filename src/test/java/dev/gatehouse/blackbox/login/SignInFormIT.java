package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A sign-in form counts only in the browser in which it was opened; otherwise others could sign somebody in as
 * themselves.
 */
class SignInFormIT {
    private final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void is_refused_with_a_csrf_field_of_its_own_making(String csrf) {
        requireRefused(browser.post(filled(browser).fill("csrf", csrf)));
    }

    @Test
    void nothing_is_offered_without_a_mail_session() {
        assertThat(browser.open("/login").body()).doesNotContain("/login/forgot", "/login/sign-up");
        assertThat(browser.open("/login/forgot").status()).isEqualTo(404);
        assertThat(browser.open("/login/sign-up").status()).isEqualTo(404);
        assertThat(browser.open("/login/reset?token=x").status()).isEqualTo(404);
        assertThat(browser.open("/login/confirm?token=x").status()).isEqualTo(404);
    }

    @Test
    void is_refused_from_another_browser() {
        var elsewhere = new Browser();
        elsewhere.open("/login");

        requireRefused(elsewhere.post(filled(browser)));
        assertThat(elsewhere.cookies()).doesNotContainKey("gatehouse_session");
    }

    @Test
    void is_refused_without_its_cookie() {
        requireRefused(new Browser().post(filled(browser)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gatehouse_form=", "gatehouse_form", "gatehouse_form=\"\"", "gatehouse_form=;x=y", "=", ";"})
    void is_refused_with_an_empty_cookie(String cookie) {
        var form = filled(browser);

        requireRefused(
                Http.post("/login").header("Cookie", cookie).form(form.fields()).send());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gatehouse_form=",
                "gatehouse_form",
                "gatehouse_form=x",
                "gatehouse_session=",
                "gatehouse_session"
            })
    void opens_whatever_cookie_comes_along(String cookie) {
        var reply = Http.get("/login").header("Cookie", cookie).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.page().asksFor("password")).isTrue();
    }

    @Test
    void is_refused_when_it_was_made_for_signing_out() {
        browser.signIn(browser.open("/login").page(), Demo.AUDITOR);
        var signOut = browser.open("/logout").page().form().fields().get("csrf");

        requireRefused(browser.post(filled(browser).fill("csrf", signOut)));
        assertThat(browser.open("/").body()).contains("auditor@acme.example");
    }

    @Test
    void is_refused_as_json() {
        var fields = Json.createObjectBuilder();
        filled(browser).fields().forEach(fields::add);

        requireRefused(Http.post("/login").json(fields.build()).send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "password", "csrf"})
    void is_refused_when_it_says_something_twice(String field) {
        var form = filled(browser);
        var reply = Http.post("/login")
                .header("Cookie", "gatehouse_form=" + browser.cookies().get("gatehouse_form"))
                .form(Http.encode(form.fields()) + "&" + field + "=x")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Set-Cookie").orElse("")).doesNotContain("gatehouse_session");
    }

    @Test
    void can_be_open_in_two_tabs() {
        var first = filled(browser);
        browser.open("/login");

        assertThat(browser.post(first).status()).isEqualTo(303);
    }

    @Test
    void cannot_be_framed_scripted_cached_or_sent_elsewhere() {
        var reply = browser.open("/login");

        assertThat(reply.header("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'; form-action 'self'");
        assertThat(reply.header("X-Frame-Options")).contains("DENY");
        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.header("Referrer-Policy")).contains("no-referrer");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.body()).doesNotContain("<script", "style=", "onload", "onclick");
    }

    private static Page.Form filled(Browser browser) {
        return browser.open("/login")
                .page()
                .form()
                .fill("email", Demo.OWNER.email())
                .fill("password", Demo.OWNER.password());
    }

    private static void requireRefused(Reply reply) {
        Expect.page(reply, 403);
        assertThat(reply.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("gatehouse_session="));
    }
}
