package dev.gatehouse.blackbox.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Doctor;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection doctor: every attempt leaves a trace, found by the reference on the person's page. */
class AuthorizationAttemptIT {
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void traces_an_attempt_step_by_step() {
        dance.tokens(Demo.OWNER);

        var attempt = only();
        assertThat(Doctor.steps(attempt)).containsExactly("requested", "sign_in", "consent", "approved", "redeemed");
        assertThat(attempt.getString("outcome")).isEqualTo("completed");
        assertThat(attempt.getString("client_id")).isEqualTo(dance.clientId());
        assertThat(attempt.getString("redirect_uri")).isEqualTo(OAuthDance.REDIRECT_URI);
        assertThat(attempt.getString("user")).isEqualTo("owner@acme.example");
        assertThat(attempt.getString("last_step")).isEqualTo("redeemed");
    }

    @Test
    void traces_a_pushed_one_from_the_push_on() {
        dance.browser().visit(dance.pushedPath());

        assertThat(Doctor.steps(only())).containsExactly("pushed", "requested", "sign_in");
        assertThat(only().getString("outcome")).isEqualTo("open");
    }

    @Test
    void traces_a_silent_one() {
        dance.with("prompt", "none").ask();

        assertThat(Doctor.steps(only())).containsExactly("requested!");
        assertThat(only().getString("reason")).startsWith("login_required");
    }

    @Test
    void traces_the_choice_of_an_organization() {
        dance.allow(Demo.BOTH, "globex");

        assertThat(Doctor.steps(only())).containsExactly("requested", "sign_in", "organization", "consent", "approved");
    }

    @Test
    void traces_a_wrong_password() {
        var page = dance.authorize();
        dance.browser()
                .post(page.page().form().fill("email", "owner@acme.example").fill("password", "wrong"));

        assertThat(Doctor.steps(only())).containsExactly("requested", "sign_in", "sign_in!", "sign_in");
        assertThat(only().getString("outcome")).isEqualTo("open");
    }

    @Test
    void says_that_the_person_declined() {
        var consent = dance.signIn(Demo.OWNER);
        dance.browser().post(consent.page().form().press("decision", "deny"));

        assertThat(only().getString("outcome")).isEqualTo("refused");
        assertThat(only().getString("last_step")).isEqualTo("consent");
        assertThat(only().getString("reason")).isEqualTo("access_denied: owner@acme.example declined");
    }

    @Test
    void says_that_the_person_has_no_access() {
        var page = dance.signIn(Demo.EMPLOYEE);

        assertThat(Doctor.behind(page).getString("reason"))
                .isEqualTo("employee@acme.example has app access in no organization");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "code_challenge, , invalid_request",
        "scope, none:known, invalid_scope",
        "resource, https://other.example/, invalid_target"
    })
    void says_what_was_wrong_with_the_request(String parameter, String value, String error) {
        var reply = dance.with(parameter, value).ask();

        var attempt = Doctor.behind(reply);
        assertThat(attempt.getString("client_id")).isEqualTo(dance.clientId());
        assertThat(attempt.getString("outcome")).isEqualTo("refused");
        assertThat(attempt.getString("last_step")).isEqualTo("requested");
        assertThat(attempt.getString("reason")).startsWith(error + ": ");
    }

    @Test
    void says_what_was_wrong_with_a_pushed_request() {
        var attempt = Doctor.behind(dance.with("code_challenge", "short").push());

        assertThat(Doctor.steps(attempt)).containsExactly("pushed!");
        assertThat(attempt.getString("reason")).startsWith("invalid_request: code_challenge");
    }

    @Test
    void says_that_a_pushed_request_came_from_nobody_we_know() {
        var reply = OAuthDance.of("unknown").push();

        assertThat(Doctor.behind(reply).getString("reason")).startsWith("invalid_client: ");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, unknown, invalid_request: client_id is unknown",
        "client_id, , invalid_request: client_id is missing",
        "redirect_uri, https://evil.example/x?y=z, invalid_request: redirect_uri is not registered"
    })
    void is_found_by_the_reference_on_an_error_page(String parameter, String value, String reason) {
        var page = dance.with(parameter, value).ask();

        Expect.page(page, 400);
        assertThat(Doctor.behind(page).getString("reason")).isEqualTo(reason);
    }

    @Test
    void says_why_a_reference_to_a_pushed_request_was_worthless() {
        var path = dance.pushedPath();
        dance.browser().visit(path);

        var page = new Browser().open(path);

        assertThat(Doctor.behind(page).getString("reason")).isEqualTo("invalid_request: request_uri: used before");
        assertThat(Doctor.steps(only())).containsExactly("pushed", "requested", "sign_in", "requested!");
    }

    @Test
    void says_that_another_browser_came() {
        var consent = dance.signIn(Demo.OWNER);

        var page = new Browser().open(consent.uri().toString());

        assertThat(Doctor.behind(page).getString("reason")).contains("cookies allowed");
    }

    @Test
    void says_why_a_code_was_not_redeemed() {
        var code = dance.code(Demo.OWNER);
        var reply = dance.redeem(code, "code_verifier", OAuthDance.randomVerifier());

        assertThat(Doctor.behind(reply).getString("reason")).startsWith("invalid_grant: code_verifier");
        dance.redeem(code);
        assertThat(only().getString("outcome")).isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, unknown, invalid_client: no such client",
        "client_id, , invalid_client: client_id is missing",
        "client_secret, x, invalid_client: presented Post",
        "grant_type, , invalid_request: grant_type is missing",
        "grant_type, none, unsupported_grant_type: ",
        "grant_type, client_credentials, unauthorized_client: ",
        "code_verifier, , invalid_request: code_verifier is missing",
        "redirect_uri, http://localhost:3000/other, invalid_grant: redirect_uri differs"
    })
    void says_what_was_wrong_with_the_token_request(String parameter, String value, String reason) {
        var code = dance.code(Demo.OWNER);

        var attempt = Doctor.behind(dance.redeem(code, parameter, value));

        assertThat(attempt.getString("client_id")).isEqualTo(dance.clientId());
        assertThat(attempt.getString("outcome")).isEqualTo("refused");
        assertThat(attempt.getString("reason")).startsWith(reason);
        assertThat(Doctor.steps(attempt)).containsExactly("requested", "sign_in", "consent", "approved", "redeemed!");
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void says_that_the_client_could_not_prove_who_it_is() {
        var confidential = OAuthDance.register(Json.createObjectBuilder()
                .add("token_endpoint_auth_method", "client_secret_post")
                .build());
        var code = confidential.code(Demo.OWNER);

        var reply = confidential.redeem(code, "client_secret", "wrong");

        Expect.refused(reply, 401, "invalid_client");
        assertThat(Doctor.behind(reply).getString("reason")).isEqualTo("invalid_client: wrong client secret");
    }

    @Test
    void says_that_the_proof_of_possession_was_worthless() {
        var code = dance.code(Demo.OWNER);

        var reply = dance.sending("DPoP", () -> "x").redeem(code);

        Expect.refused(reply, 400, "invalid_dpop_proof");
        assertThat(Doctor.behind(reply).getString("reason")).startsWith("invalid_dpop_proof: ");
    }

    @Test
    void says_that_another_client_came_with_the_code_and_tells_that_client_nothing() {
        var code = dance.code(Demo.OWNER);
        var thief = OAuthDance.register();

        var reply = thief.redeem(code);

        Expect.refused(reply, 400, "invalid_grant");
        assertThat(reply.body()).isEqualTo(thief.redeem("ghc_guess").body());
        assertThat(Doctor.behind(reply).getString("client_id")).isEqualTo(dance.clientId());
        assertThat(only().getString("reason"))
                .isEqualTo("invalid_grant: another client's code, presented by " + thief.clientId());
        assertThat(Doctor.of(thief.clientId())).isEmpty();
        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void says_that_a_code_was_replayed() {
        var code = dance.code(Demo.OWNER);
        dance.redeem(code);

        assertThat(Doctor.behind(dance.redeem(code)).getString("reason")).startsWith("invalid_grant: family ");
    }

    @Test
    void knows_nothing_of_a_guessed_code() {
        dance.redeem("ghc_guess");
        dance.redeem("ghc_guess", "client_id", "unknown");

        assertThat(Doctor.of(dance.clientId())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:secret@evil.example/path?token=secret#secret, https://evil.example/path",
        "https://evil.example/path#?secret, https://evil.example/path",
        "cursor://anysphere.cursor/callback?secret, cursor://anysphere.cursor/callback",
        "not a uri?secret, not a uri"
    })
    void keeps_of_a_redirect_uri_what_cannot_be_secret(String redirectUri, String kept) {
        dance.with("redirect_uri", redirectUri).ask();

        assertThat(only().getString("redirect_uri")).isEqualTo(kept);
    }

    @Test
    void keeps_no_secret() {
        var code = dance.with("state", "very-private-state")
                .with("nonce", "very-private-nonce")
                .code(Demo.OWNER);
        var tokens = dance.redeem(code).json();
        dance.redeem(code);

        assertThat(only().toString())
                .doesNotContain(
                        "very-private",
                        code,
                        dance.tokenRequest(code).get("code_verifier"),
                        Demo.OWNER.password(),
                        tokens.getString("access_token"),
                        tokens.getString("refresh_token"));
    }

    @Test
    void survives_whatever_a_stranger_sends() {
        var page = dance.with("client_id", "\uD83D\uDEAA".repeat(600))
                .with("scope", "\uD83D\uDEAA".repeat(600))
                .ask();

        Expect.page(page, 400);
        assertThat(Doctor.behind(page).getString("client_id")).endsWith("…");
    }

    @Test
    void is_as_short_as_the_attempt_that_a_reload_repeats() {
        var consent = dance.signIn(Demo.OWNER);
        for (int reload = 0; reload < 110; reload++) {
            dance.browser().open(consent.uri().toString());
        }

        assertThat(Doctor.steps(only())).hasSize(100);
        assertThat(dance.redeem(OAuthDance.code(dance.answer(consent, "acme"))).status())
                .isEqualTo(200);
    }

    @Test
    void hinders_nobody_who_answers_at_once() {
        var consent = dance.signIn(Demo.OWNER);
        var cookies = dance.browser().cookies();
        var form = consent.page().form().press("decision", "approve");

        var replies = Race.of(32, () -> {
            var browser = new Browser();
            browser.cookies().putAll(cookies);
            return browser.post(form);
        });

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(303);
        assertThat(Doctor.steps(only())).containsOnlyOnce("approved");
    }

    private JsonObject only() {
        assertThat(Doctor.of(dance.clientId())).hasSize(1);
        return Doctor.of(dance.clientId()).getFirst();
    }
}
