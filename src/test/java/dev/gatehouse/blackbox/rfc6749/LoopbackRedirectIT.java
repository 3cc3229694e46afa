package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8252 §7.3: a program on the person's machine may listen on any port. */
class LoopbackRedirectIT {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000/callback, http://localhost:51004/callback",
        "http://localhost:3000/callback, http://localhost/callback",
        "http://localhost/callback, http://localhost:1/callback",
        "http://localhost/callback, http://localhost:65535/callback",
        "http://127.0.0.1:3000/callback, http://127.0.0.1:51004/callback",
        "http://127.0.0.1/callback, http://127.0.0.1:51004/callback",
        "http://[::1]:3000/callback, http://[::1]:51004/callback",
        "http://[::1]/callback, http://[::1]:51004/callback",
        "http://localhost:3000, http://localhost:51004",
        "http://localhost:3000/callback?a=b, http://localhost:51004/callback?a=b"
    })
    void may_listen_on_any_port(String registered, String requested) {
        var dance =
                OAuthDance.register(registered).with("redirect_uri", requested).with("response_type", "token");

        Expect.sentBack(
                dance.ask(), requested + (requested.contains("?") ? "&" : "?") + "error=", "unsupported_response_type");
    }

    @Test
    void gets_its_code_on_the_port_that_it_asked_for() {
        var dance = OAuthDance.register("http://127.0.0.1:3000/callback")
                .with("redirect_uri", "http://127.0.0.1:51004/callback");

        var reply = dance.allow(Demo.OWNER, "acme");

        assertThat(reply.location().text()).startsWith("http://127.0.0.1:51004/callback?code=");
        assertThat(dance.redeem(OAuthDance.code(reply)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:3000/callback",
                "http://[::1]:3000/callback",
                "http://localhost.evil.example:3000/callback",
                "http://localhost.evil.com/callback",
                "http://evil-localhost:3000/callback",
                "http://localhost:3000@evil.example/callback",
                "http://localhost@evil.example:3000/callback",
                "http://evil@localhost:3000/callback",
                "http://localhost%2eevil.example:3000/callback",
                "http://localhost\\.evil.example:3000/callback",
                "http://localhost:3000:80/callback",
                "http://localhost:/callback",
                "http://localhost:99999/callback",
                "http://localhost:-1/callback",
                "http://localhost:3000x/callback",
                "http://0.0.0.0:3000/callback",
                "http://0:3000/callback",
                "http://127.1:3000/callback",
                "http://2130706433:3000/callback",
                "http://[::ffff:127.0.0.1]:3000/callback",
                "https://localhost:3000/callback",
                "http://localhost:3000/Callback",
                "http://localhost:3000/callback/",
                "http://localhost:3000/callback?evil=1",
                "http://localhost:3000/callback#",
                "http://localhost:3000//callback",
                "http://localhost:3000/x/../callback",
                "http://localhost:3000"
            })
    void is_the_same_machine_name_and_path(String requested) {
        Expect.page(OAuthDance.register().with("redirect_uri", requested).ask(), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost:3000/callback", "https://127.0.0.1:3000/callback"})
    void has_a_free_port_on_plain_http_only(String registered) {
        Expect.page(
                OAuthDance.register(registered)
                        .with("redirect_uri", registered.replace("3000", "3001"))
                        .ask(),
                400);
    }
}
