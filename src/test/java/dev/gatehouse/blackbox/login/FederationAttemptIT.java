package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Doctor;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OpenIdProvider;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The connection doctor knows where somebody stopped who was to sign in at a provider. */
class FederationAttemptIT {
    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness();

    private static final OpenIdProvider CORP = OutwardServer.PROVIDER;

    private final OAuthDance dance = OAuthDance.register();

    @Test
    void says_that_the_provider_did_not_sign_the_person_in() {
        var answer = CORP.signsIn(dance.browser().open(wayToCorp()), claims -> {});
        answer.remove("code");
        answer.put("error", "access_denied");

        var reply = dance.browser().open(callback(answer));

        Expect.page(reply, 403);
        var attempt = Doctor.behind(reply);
        assertThat(attempt.getString("client_id")).isEqualTo(dance.clientId());
        assertThat(attempt.getString("outcome")).isEqualTo("refused");
        assertThat(attempt.getString("reason"))
                .isEqualTo("Corp & Co: the provider answered with an error: access_denied");
        assertThat(Doctor.steps(attempt)).containsExactly("requested", "sign_in", "sign_in!");
        assertThat(reply.body()).doesNotContain("access_denied");
    }

    @Test
    void says_that_the_id_token_was_worthless() {
        var answer = CORP.signsIn(dance.browser().open(wayToCorp()), claims -> claims.audience("another"));

        var reply = dance.browser().open(callback(answer));

        Expect.page(reply, 403);
        assertThat(Doctor.behind(reply).getString("reason"))
                .isEqualTo("Corp & Co: the provider gave no valid ID token");
    }

    @Test
    void says_that_the_provider_cannot_be_reached() {
        var reply = dance.browser().open(wayToCorp().replace("/login/with/corp", "/login/with/down"));

        Expect.page(reply, 502);
        var attempt = Doctor.behind(reply);
        assertThat(attempt.getString("client_id")).isEqualTo(dance.clientId());
        assertThat(attempt.getString("reason")).isEqualTo("down: the provider does not tell its metadata");
        assertThat(Doctor.steps(attempt)).containsExactly("requested", "sign_in", "sign_in!");
    }

    @Test
    void goes_on_once_the_person_has_signed_in() {
        var person = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        var link = wayToCorp();
        var answer = CORP.signsIn(
                dance.browser().open(link),
                claims -> claims.subject(person.id())
                        .claim("email", person.user().email())
                        .claim("email_verified", true));
        answer.put("iss", "https://evil.example");
        dance.browser().open(callback(answer));
        var again = CORP.signsIn(
                dance.browser().open(link),
                claims -> claims.subject(person.id())
                        .claim("email", person.user().email())
                        .claim("email_verified", true));

        dance.browser().visit(callback(again));

        assertThat(Doctor.steps(only())).containsExactly("requested", "sign_in", "sign_in!", "consent");
        assertThat(only().getString("outcome")).isEqualTo("open");
    }

    @Test
    void hears_nothing_from_another_browser() {
        var answer = CORP.signsIn(dance.browser().open(wayToCorp()), claims -> {});
        answer.remove("code");

        Expect.page(new Browser().open(callback(answer)), 403);

        assertThat(Doctor.steps(only())).containsExactly("requested", "sign_in");
    }

    private String wayToCorp() {
        return dance.authorize().page().link("Sign in with Corp &amp; Co");
    }

    private static String callback(Map<String, String> answer) {
        return "/login/callback/corp?" + Http.encode(answer);
    }

    private JsonObject only() {
        assertThat(Doctor.of(dance.clientId())).hasSize(1);
        return Doctor.of(dance.clientId()).getFirst();
    }
}
