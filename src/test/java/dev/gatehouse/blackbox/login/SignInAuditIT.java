package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInAuditIT {
    private final Browser browser = new Browser();

    @Test
    void names_whoever_signs_in() {
        var event = theEvent(attempt("owner@acme.example", Demo.OWNER.password()));

        assertThat(event.getString("action")).isEqualTo("login.sign_in");
        assertThat(event.getString("outcome")).isEqualTo("success");
        assertThat(event.getString("userLabel")).isEqualTo("owner@acme.example");
        assertThat(event.getString("userId")).isNotEmpty();
        assertThat(event.toString()).doesNotContain(Demo.OWNER.password());
    }

    @Test
    void names_whoever_signs_out() {
        attempt("owner@acme.example", Demo.OWNER.password());

        var event = theEvent(browser.post(browser.open("/logout").page().form()));

        assertThat(event.getString("action")).isEqualTo("login.sign_out");
        assertThat(event.getString("userLabel")).isEqualTo("owner@acme.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner@acme.example", "stranger@acme.example"})
    void names_whoever_somebody_claims_to_be(String email) {
        var event = theEvent(attempt(email, "a-wrong-password"));

        assertThat(event.getString("action")).isEqualTo("login.sign_in");
        assertThat(event.getString("outcome")).isEqualTo("refused");
        assertThat(event.getString("userLabel")).isEqualTo(email);
        assertThat(event.toString()).doesNotContain("a-wrong-password");
    }

    @Test
    void is_not_lost_because_a_name_is_long() {
        var event = theEvent(attempt("a".repeat(100_000), "x"));

        assertThat(event.getString("userLabel")).startsWith("aaaa").hasSizeLessThan(400);
    }

    @Test
    void tells_of_a_form_that_was_forged() {
        var reply = browser.post(browser.open("/login").page().form().fill("csrf", "x"));

        assertThat(theEvent(reply).getString("outcome")).isEqualTo("refused");
    }

    private Reply attempt(String email, String password) {
        return browser.post(
                browser.open("/login").page().form().fill("email", email).fill("password", password));
    }

    private static JsonObject theEvent(Reply reply) {
        assertThat(Audit.during(reply)).hasSize(1);
        return Audit.during(reply).getFirst();
    }
}
