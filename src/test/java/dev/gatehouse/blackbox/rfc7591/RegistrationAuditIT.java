package dev.gatehouse.blackbox.rfc7591;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;

class RegistrationAuditIT {

    @Test
    void names_the_client_that_registered() {
        var reply = OAuthDance.registerClient(Json.createObjectBuilder()
                .add("token_endpoint_auth_method", "client_secret_post")
                .build());

        assertThat(Audit.during(reply)).singleElement().satisfies(event -> {
            assertThat(event.getString("action")).isEqualTo("oauth.client_registered");
            assertThat(event.getString("clientId")).isEqualTo(reply.json().getString("client_id"));
            assertThat(event.getString("target")).isEqualTo("Black-box test");
            assertThat(event.toString()).doesNotContain(reply.json().getString("client_secret"));
        });
    }

    @Test
    void is_not_lost_because_a_name_is_long() {
        var reply = OAuthDance.registerClient(Json.createObjectBuilder()
                .add("client_name", "\u00fc".repeat(200))
                .build());

        assertThat(Audit.during(reply))
                .singleElement()
                .satisfies(event -> assertThat(event.getString("target")).isEqualTo("\u00fc".repeat(200)));
    }

    @Test
    void tells_of_a_registration_that_was_refused_and_registers_nobody() {
        var reply = Http.post("/oauth/register")
                .json("{\"redirect_uris\":[\"http://evil.example/\"]}")
                .send();

        assertThat(Audit.during(reply)).singleElement().satisfies(event -> {
            assertThat(event.getString("action")).isEqualTo("oauth.refused");
            assertThat(event.getString("outcome")).isEqualTo("refused");
            assertThat(event.getString("detail")).startsWith("invalid_redirect_uri");
        });
    }
}
