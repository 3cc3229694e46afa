package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9700 §2.1: redirect URIs are compared to the letter. */
class RedirectUriIT {
    private static String clientId;

    @BeforeAll
    static void register() {
        clientId = OAuthDance.register("https://app.example/call/back", "cursor://app.example/back")
                .clientId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example/call/back", "cursor://app.example/back"})
    void accepts_what_was_registered(String registered) {
        assertThat(dance(registered).ask().location().text()).contains("/oauth/consent?flow=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/call/back",
                "https://app.example.evil.example/call/back",
                "https://evilapp.example/call/back",
                "https://sub.app.example/call/back",
                "https://app.example:443/call/back",
                "https://app.example:8443/call/back",
                "https://app.example./call/back",
                "http://app.example/call/back",
                "HTTPS://app.example/call/back",
                "https://APP.example/call/back",
                "https://app.example@evil.example/call/back",
                "https://evil.example@app.example/call/back",
                "https://app.example%40evil.example/call/back",
                "https://app.example%2eevil.example/call/back",
                "https://app.example%5C@evil.example/call/back",
                "https://app.example\\@evil.example/call/back",
                "https://app.example%00.evil.example/call/back",
                "https:/app.example/call/back",
                "https:app.example/call/back",
                "//app.example/call/back",
                "/call/back",
                "https://app.example/call/back/",
                "https://app.example/Call/back",
                "https://app.example//call/back",
                "https://app.example/call%2Fback",
                "https://app.example/call/./back",
                "https://app.example/call/../call/back",
                "https://app.example/call/%2e%2e/call/back",
                "https://app.example/call/back/..",
                "https://app.example/call/back;evil=1",
                "https://app.example/call/back?evil=1",
                "https://app.example/call/back?",
                "https://app.example/call/back#",
                "https://app.example/call/back#fragment",
                "https://app.example/call/bac%6B",
                "https://app.example/call/back%20",
                " https://app.example/call/back",
                "https://app.example/call/back ",
                "https://app.example/call/back\r\nSet-Cookie: a=b",
                "https://app.example/call/back\t",
                "https://app.example/call/bac\u212A",
                "javascript:alert(1)",
                "data:text/html,x",
                "cursor://app.example/back/",
                "cursor://evil.example/back",
                "cursor:app.example/back",
                "cursors://app.example/back",
                "CURSOR://app.example/back",
                "not a uri",
                "*"
            })
    void redirects_nowhere_else(String requested) {
        var dance = dance(requested);

        Expect.page(dance.ask(), 400);
        Expect.page(dance.with("prompt", "none").ask(), 400);
        assertThat(dance.browser().cookies()).isEmpty();
    }

    @Test
    void redirects_nowhere_when_the_rest_is_wrong_too() {
        Expect.page(
                dance("https://evil.example/").with("response_type", "token").ask(), 400);
    }

    @Test
    void redirects_nowhere_longer_than_any_registered() {
        Expect.page(dance("https://app.example/" + "a".repeat(3_000)).ask(), 400);
    }

    private static OAuthDance dance(String redirectUri) {
        return OAuthDance.of(clientId).with("redirect_uri", redirectUri);
    }
}
