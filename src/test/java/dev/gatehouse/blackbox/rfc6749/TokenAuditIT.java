package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import org.junit.jupiter.api.Test;

/** Every token event and every refusal is on record, with who and through which client, and never with a secret. */
class TokenAuditIT {
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void names_the_person_to_whose_client_tokens_are_issued() {
        var code = dance.code(Demo.OWNER);

        requireRecorded(dance.redeem(code), "oauth.token_issued", "success", code);
    }

    @Test
    void names_the_person_for_whom_tokens_are_refreshed() {
        var refreshToken = dance.tokens(Demo.OWNER).getString("refresh_token");

        requireRecorded(dance.refresh(refreshToken), "oauth.token_refreshed", "success", refreshToken);
    }

    @Test
    void names_the_person_whose_code_is_replayed() {
        var code = dance.code(Demo.OWNER);
        dance.redeem(code);

        requireRecorded(dance.redeem(code), "oauth.code_replayed", "refused", code);
    }

    @Test
    void names_the_client_that_is_refused_and_why() {
        var code = dance.code(Demo.OWNER);
        var reply = dance.redeem(code, "code_verifier", OAuthDance.randomVerifier());

        assertThat(Audit.during(reply)).singleElement().satisfies(event -> {
            assertThat(event.getString("action")).isEqualTo("oauth.refused");
            assertThat(event.getString("outcome")).isEqualTo("refused");
            assertThat(event.getString("clientId")).isEqualTo(dance.clientId());
            assertThat(event.getString("target")).isEqualTo("/oauth/token");
            assertThat(event.getString("detail")).startsWith("invalid_grant");
            assertThat(event.toString()).doesNotContain(code);
        });
    }

    @Test
    void tells_the_administrator_of_a_client_that_nobody_knows() {
        var reply = dance.redeem("x", "client_id", "unknown-client");

        assertThat(Audit.during(reply)).singleElement().satisfies(event -> {
            assertThat(event.getString("outcome")).isEqualTo("refused");
            assertThat(event.getString("clientId")).isEqualTo("unknown-client");
        });
    }

    @Test
    void tells_of_an_authorization_request_that_is_sent_back() {
        var reply = dance.with("response_type", "token").ask();

        assertThat(Audit.during(reply)).singleElement().satisfies(event -> {
            assertThat(event.getString("outcome")).isEqualTo("refused");
            assertThat(event.getString("clientId")).isEqualTo(dance.clientId());
            assertThat(event.getString("detail")).startsWith("unsupported_response_type");
        });
    }

    @Test
    void tells_of_an_authorization_request_that_ends_on_a_page() {
        var reply = dance.with("redirect_uri", "https://evil.example/").ask();

        assertThat(Audit.during(reply)).singleElement().satisfies(event -> {
            assertThat(event.getString("outcome")).isEqualTo("refused");
            assertThat(event.getString("target")).isEqualTo("/oauth/authorize");
        });
    }

    private void requireRecorded(Reply reply, String action, String outcome, String secret) {
        assertThat(Audit.during(reply))
                .filteredOn(event -> event.getString("action").equals(action))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("outcome")).isEqualTo(outcome);
                    assertThat(event.getString("clientId")).isEqualTo(dance.clientId());
                    assertThat(event.getString("userLabel")).isEqualTo("owner@acme.example");
                    assertThat(event.toString()).doesNotContain(secret);
                });
    }
}
