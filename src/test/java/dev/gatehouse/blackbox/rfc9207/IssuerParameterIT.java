package dev.gatehouse.blackbox.rfc9207;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import org.junit.jupiter.api.Test;

/** RFC 9207 §2: every answer to an authorization request says who gave it, in the very words of the metadata. */
class IssuerParameterIT {
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void comes_with_a_code() {
        requireIssuer(dance.allow(Demo.OWNER, "acme"));
    }

    @Test
    void comes_with_a_denial() {
        var page = dance.signIn(Demo.OWNER).page();

        requireIssuer(dance.browser().submit(page.form().press("decision", "deny")));
    }

    @Test
    void comes_with_an_error() {
        requireIssuer(dance.with("response_type", "token").ask());
    }

    @Test
    void comes_with_a_silent_refusal() {
        requireIssuer(dance.with("prompt", "none").ask());
    }

    @Test
    void comes_without_a_state() {
        requireIssuer(dance.with("state", null).with("scope", "unknown").ask());
    }

    @Test
    void comes_once_whatever_the_client_sends() {
        requireIssuer(dance.with("iss", "https://evil.example")
                .with("response_type", "token")
                .ask());
    }

    private static void requireIssuer(Reply reply) {
        var issuer = Http.get("/.well-known/oauth-authorization-server")
                .send()
                .json()
                .getString("issuer");
        assertThat(reply.location().text()).startsWith(OAuthDance.REDIRECT_URI);
        assertThat(reply.location().text().split("[?&]iss=")).hasSize(2);
        assertThat(reply.location().parameter("iss")).contains(issuer).contains(Sut.url(""));
    }
}
