package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignOutIT {
    private final Browser browser = new Browser();

    @BeforeEach
    void sign_in() {
        browser.signIn(browser.open("/login").page(), Demo.OWNER);
    }

    @Test
    void ends_the_session_on_the_server_too() {
        var session = browser.cookies().get("gatehouse_session");

        var reply = browser.post(browser.open("/logout").page().form());

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location().text()).isEqualTo(Sut.url("/"));
        assertThat(browser.cookies()).doesNotContainKey("gatehouse_session");
        assertThat(Http.get("/")
                        .header("Cookie", "gatehouse_session=" + session)
                        .send()
                        .body())
                .doesNotContain("Signed in as");
    }

    @Test
    void asks_first() {
        assertThat(browser.open("/logout").body()).contains("owner@acme.example");

        requireSignedIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void is_refused_with_a_csrf_field_of_its_own_making(String csrf) {
        Expect.page(browser.post(browser.open("/logout").page().form().fill("csrf", csrf)), 403);

        requireSignedIn();
    }

    @Test
    void is_refused_with_the_sign_in_forms_field() {
        var signIn = browser.open("/login").page().form().fields().get("csrf");

        Expect.page(browser.post(browser.open("/logout").page().form().fill("csrf", signIn)), 403);

        requireSignedIn();
    }

    @Test
    void is_refused_from_another_browser() {
        var elsewhere = new Browser();
        elsewhere.signIn(elsewhere.open("/login").page(), Demo.OWNER);

        Expect.page(elsewhere.post(browser.open("/logout").page().form()), 403);

        assertThat(elsewhere.open("/").body()).contains("Signed in as");
    }

    @Test
    void leaves_other_browsers_signed_in() {
        var elsewhere = new Browser();
        elsewhere.signIn(elsewhere.open("/login").page(), Demo.OWNER);

        browser.post(browser.open("/logout").page().form());

        assertThat(elsewhere.open("/").body()).contains("Signed in as");
    }

    @Test
    void leaves_connected_clients_connected() {
        var dance = OAuthDance.register().in(browser);
        var tokens = dance.redeem(OAuthDance.code(dance.answer(dance.authorize(), "acme")))
                .json();

        browser.post(browser.open("/logout").page().form());

        Expect.accepted(tokens.getString("access_token"));
    }

    @Test
    void has_nothing_to_ask_when_nobody_is_signed_in() {
        var reply = new Browser().open("/logout");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location().text()).isEqualTo(Sut.url("/"));
    }

    private void requireSignedIn() {
        assertThat(browser.open("/").body()).contains("Signed in as");
    }
}
