package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code return_to} leads to a page of ours, always by 303 (RFC 9700 §4.12). */
class ReturnTargetIT {
    private static final String[] OWN_PAGES = {
        "/", "/logout", "/oauth/consent?flow=abc", "/account/x-y_z~1.html?a=b&c=%20+"
    };

    private final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://evil.example",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                " //evil.example",
                "\t//evil.example",
                "/%09/evil.example",
                "/%2F/evil.example",
                "/%5Cevil.example",
                "/.//evil.example",
                "/..//evil.example",
                "/login/..//evil.example",
                "https:evil.example",
                "https:/evil.example",
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:text/html,x",
                "@evil.example",
                ".evil.example",
                ":80@evil.example",
                "evil.example",
                "?x",
                "#x",
                "/\r\nSet-Cookie: a=b",
                "/\r\nLocation: https://evil.example",
                "/\u202e",
                "/\u2215/evil.example"
            })
    void never_leads_to_another_site(String target) {
        var reply = signIn(target);

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.headers().allValues("Location")).hasSize(1);
        var location = URI.create(reply.location().text()).normalize();
        assertThat(location.getScheme() + "://" + location.getAuthority()).isEqualTo(Sut.url(""));
        assertThat(reply.location().text().substring(Sut.url("").length()))
                .startsWith("/")
                .doesNotStartWith("//");
    }

    @Test
    void leads_to_the_page_that_asked() {
        for (var page : OWN_PAGES) {
            assertThat(signIn(page).location().text()).isEqualTo(Sut.url(page));
        }
    }

    @Test
    void leads_home_when_it_is_too_long() {
        assertThat(signIn("/" + "a".repeat(2_000)).location().text()).isEqualTo(Sut.url("/"));
    }

    @Test
    void leads_home_when_it_is_changed_in_the_form() {
        var form = browser.open("/login").page().form().fill("return_to", "https://evil.example/");

        assertThat(browser.post(form.fill("email", Demo.OWNER.email()).fill("password", Demo.OWNER.password()))
                        .location()
                        .text())
                .isEqualTo(Sut.url("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example"})
    void never_leads_to_another_site_when_signing_out(String target) {
        signIn("/");
        var form = browser.open("/logout?" + Http.encode(Map.of("return_to", target)))
                .page()
                .form();

        assertThat(browser.post(form).location().text()).isEqualTo(Sut.url("/"));
    }

    @Test
    void never_leads_to_another_site_when_nobody_has_to_sign_out() {
        assertThat(browser.open("/logout?return_to=https%3A%2F%2Fevil.example")
                        .location()
                        .text())
                .isEqualTo(Sut.url("/"));
    }

    @Test
    void is_shown_as_text() {
        assertThat(browser.open("/login?return_to=%22%3E%3Cscript%3E").body()).doesNotContain("<script");
    }

    private Reply signIn(String returnTo) {
        var form = browser.open("/login?" + Http.encode(Map.of("return_to", returnTo)))
                .page()
                .form();
        return browser.post(form.fill("email", Demo.OWNER.email()).fill("password", Demo.OWNER.password()));
    }
}
