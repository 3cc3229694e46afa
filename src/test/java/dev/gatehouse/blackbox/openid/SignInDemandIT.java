package dev.gatehouse.blackbox.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code max_age}, {@code login_hint} and {@code acr_values}, OpenID Connect Core §3.1.2.1 and RFC 9470 §4. */
class SignInDemandIT {
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void max_age_demands_a_sign_in_that_is_not_older() throws InterruptedException {
        signInBefore();
        Thread.sleep(1_100);

        var page = dance.with("max_age", "1").authorize();

        assertThat(page.page().asksFor("password")).isTrue();
        assertThat(dance.browser().signIn(page.page(), Demo.OWNER).body()).contains("Connect <em>");
    }

    @Test
    void max_age_is_content_with_a_younger_one() {
        signInBefore();

        assertThat(dance.with("max_age", "3600").authorize().body()).contains("Connect <em>");
    }

    @Test
    void max_age_of_nothing_demands_one_sign_in_and_not_two() {
        signInBefore();

        var page = dance.with("max_age", "0").authorize();

        assertThat(page.page().asksFor("password")).isTrue();
        var consent = dance.browser().signIn(page.page(), Demo.OWNER);
        assertThat(dance.redeem(OAuthDance.code(dance.answer(consent, "acme"))).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "99999999999999999999", "1s", "٣"})
    void max_age_must_be_a_number_of_seconds(String maxAge) {
        Expect.sentBack(dance.with("max_age", maxAge).ask(), "invalid_request");
    }

    @Test
    void login_hint_fills_in_the_email_address() {
        var page = dance.with("login_hint", "auditor@acme.example").authorize();

        assertThat(page.page().form().fields()).containsEntry("email", "auditor@acme.example");
    }

    @Test
    void login_hint_is_text() {
        var page = dance.with("login_hint", "\"><script>alert(1)</script>").authorize();

        assertThat(page.body()).doesNotContain("<script");
        assertThat(page.page().form().fields()).containsEntry("email", "\"><script>alert(1)</script>");
    }

    @Test
    void login_hint_of_any_length_does_no_harm() {
        assertThat(dance.with("login_hint", "a".repeat(1_000))
                        .authorize()
                        .page()
                        .asksFor("password"))
                .isTrue();
    }

    @Test
    void login_hint_does_not_overwrite_what_the_person_typed() {
        var page = dance.with("login_hint", "auditor@acme.example").authorize();

        var again = dance.browser()
                .post(page.page().form().fill("email", "owner@acme.example").fill("password", "no"));

        assertThat(again.page().form().fields()).containsEntry("email", "owner@acme.example");
    }

    @Test
    void acr_values_are_met_by_any_one_of_them() {
        signInBefore();

        assertThat(dance.with("acr_values", "phr 1fa").authorize().body()).contains("Connect <em>");
    }

    @ParameterizedTest
    @CsvSource({"2fa", "phr", "phr 2fa"})
    void acr_values_that_the_person_cannot_meet_are_refused(String values) {
        var asked = dance.with("acr_values", values).signIn(Demo.OWNER);

        var reply = dance.browser().submit(asked.page().form().press("decision", "unable"));

        Expect.sentBack(reply, "unmet_authentication_requirements");
        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:mace:incommon:iap:silver", "1 2", "2FA"})
    void acr_values_that_nobody_knows_are_ignored(String values) {
        signInBefore();

        assertThat(dance.with("acr_values", values).authorize().body()).contains("Connect <em>");
    }

    @Test
    void what_is_understood_is_announced() {
        var metadata =
                Http.get("/.well-known/oauth-authorization-server").send().json();

        assertThat(metadata.getJsonArray("acr_values_supported").toString()).isEqualTo("[\"1fa\",\"2fa\",\"phr\"]");
        assertThat(metadata.getJsonArray("prompt_values_supported").toString())
                .isEqualTo("[\"none\",\"login\",\"consent\",\"select_account\"]");
    }

    private void signInBefore() {
        dance.browser().signIn(dance.browser().open("/login").page(), Demo.OWNER);
    }
}
