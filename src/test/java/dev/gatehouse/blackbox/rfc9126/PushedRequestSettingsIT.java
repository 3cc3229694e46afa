package dev.gatehouse.blackbox.rfc9126;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.StrictServer;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a server that takes pushed requests only, and those for two seconds. */
class PushedRequestSettingsIT {
    @RegisterExtension
    static final Witness WITNESS = StrictServer.witness();

    @Test
    void refuses_a_request_that_was_not_pushed() {
        Expect.sentBack(OAuthDance.register().ask(), "invalid_request");
    }

    @Test
    void takes_one_that_was() {
        var dance = OAuthDance.register();

        assertThat(dance.browser().open(dance.pushedPath()).status()).isEqualTo(303);
    }

    @Test
    void says_so_in_its_metadata() {
        assertThat(Http.get("/.well-known/oauth-authorization-server")
                        .send()
                        .json()
                        .getBoolean("require_pushed_authorization_requests"))
                .isTrue();
    }

    @Test
    void refuses_one_that_waited_too_long() throws InterruptedException {
        var dance = OAuthDance.register();
        var pushed = dance.push();
        assertThat(pushed.json().getInt("expires_in")).isEqualTo(2);
        Thread.sleep(2_100);

        Expect.page(dance.browser().open(dance.pushedPath(pushed.json().getString("request_uri"))), 400);

        assertThat(dance.browser().cookies()).isEmpty();
    }

    @Test
    void keeps_neither_the_reference_nor_the_client_secret() {
        var dance = OAuthDance.register(Json.createObjectBuilder()
                .add("token_endpoint_auth_method", "client_secret_post")
                .build());
        var handle = dance.push().json().getString("request_uri").replaceAll(".*:", "");

        assertThat(WITNESS.rows("select * from oauth_pushed_request"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.values().toString())
                        .doesNotContain(
                                handle, "client_secret", dance.pushRequest().get("client_secret")));
    }
}
