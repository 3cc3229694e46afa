package dev.gatehouse.blackbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import org.junit.jupiter.api.Test;

/** Two different credentials: guessing which one was meant would be a hole. */
class AmbiguousCredentialIT {

    @Test
    void two_keys_are_refused() {
        refused(Refusal.of(Http.post("/mcp").bearer(Demo.ACME_KEY).header("X-API-Key", Demo.GLOBEX_KEY)));
    }

    @Test
    void two_keys_in_the_same_header_are_refused() {
        refused(Refusal.of(Http.post("/mcp").header("X-API-Key", Demo.ACME_KEY).header("X-API-Key", Demo.GLOBEX_KEY)));
    }

    @Test
    void a_token_and_a_key_are_refused() {
        var token = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");

        refused(Refusal.of(Http.post("/mcp").bearer(token).header("X-API-Key", Demo.ACME_KEY)));
    }

    @Test
    void a_good_one_does_not_make_up_for_a_bad_one() {
        refused(Refusal.of(Http.post("/mcp").bearer("nonsense").header("X-API-Key", Demo.ACME_KEY)));
        refused(Refusal.of(Http.post("/mcp").basic("u", "p").header("X-API-Key", Demo.ACME_KEY)));
        refused(Refusal.of(Http.post("/mcp").bearer(Demo.ACME_KEY).header("X-Service-Token", "x")));
    }

    @Test
    void two_authorization_headers_are_refused() {
        refused(Refusal.of(Http.post("/mcp").bearer(Demo.ACME_KEY).basic("u", "p")));
    }

    private static void refused(Reply reply) {
        Refusal.plain(reply, 400, "invalid_request");
        assertThat(reply.json().getString("detail")).contains("two different credentials");
    }
}
