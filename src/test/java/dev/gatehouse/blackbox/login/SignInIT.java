package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInIT {
    private static final Pattern VARYING = Pattern.compile("name=\"(csrf|email)\"([^>]*) value=\"[^\"]*\"");

    private final Browser browser = new Browser();

    @Test
    void signs_in_and_goes_on() {
        var reply = attempt("owner@acme.example", Demo.OWNER.password());

        assertThat(reply.status()).isEqualTo(303);
        requireSignedIn("owner@acme.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER@ACME.EXAMPLE", "Owner@Acme.Example", " owner@acme.example "})
    void knows_an_address_in_any_case(String email) {
        assertThat(attempt(email, Demo.OWNER.password()).status()).isEqualTo(303);
        requireSignedIn("owner@acme.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "demo-owner-password ", "Demo-Owner-Password", "demo-auditor-password"})
    void refuses_a_wrong_password(String password) {
        requireRefused(attempt("owner@acme.example", password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger@acme.example", "", "owner", "' or '1'='1", "owner@acme.example,", "%", "*"})
    void refuses_an_unknown_address(String email) {
        requireRefused(attempt(email, Demo.OWNER.password()));
    }

    @Test
    void does_not_tell_an_unknown_address_from_a_wrong_password() {
        var wrong = attempt("owner@acme.example", "wrong");
        var unknown = attempt("stranger@acme.example", "wrong");

        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(VARYING.matcher(unknown.body()).replaceAll("$1"))
                .isEqualTo(VARYING.matcher(wrong.body()).replaceAll("$1"));
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    /** Attack 45: what the answer does not tell, its duration must not tell either. */
    @Test
    void takes_as_long_for_an_unknown_address_as_for_a_wrong_password() {
        attempt("owner@acme.example", "wrong");
        var wrong = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (int round = 0; round < 15; round++) {
            wrong.add(duration("owner@acme.example"));
            unknown.add(duration("stranger@acme.example"));
        }

        assertThat(median(unknown) / (double) median(wrong)).isBetween(0.5, 2.0);
    }

    @Test
    void lets_the_person_try_again_on_the_same_page() {
        var page = attempt("owner@acme.example", "wrong").page();

        assertThat(page.form().fields())
                .containsEntry("email", "owner@acme.example")
                .containsEntry("password", "");
        assertThat(browser.post(page.form().fill("password", Demo.OWNER.password()))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void shows_a_hostile_address_as_text() {
        var reply = attempt("\"><script>alert(1)</script>", "wrong");

        requireRefused(reply);
        assertThat(reply.body()).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void survives_a_huge_address_and_password() {
        requireRefused(attempt("a".repeat(300_000) + "@acme.example", "p".repeat(300_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "owner@acme.example\u0000", "\uFFFD"})
    void refuses_an_address_that_no_database_could_hold(String email) {
        assertThat(attempt(email, "x").status()).isEqualTo(400);
        requireNobody();
    }

    @Test
    void never_prints_the_password() {
        assertThat(attempt("owner@acme.example", "a-very-private-guess").body()).doesNotContain("a-very-private-guess");
    }

    @Test
    void takes_no_credentials_from_the_query() {
        browser.open("/login?email=owner%40acme.example&password=" + Demo.OWNER.password());

        requireNobody();
    }

    private long duration(String email) {
        var form = browser.open("/login").page().form().fill("email", email).fill("password", "wrong");
        long start = System.nanoTime();
        browser.post(form);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> durations) {
        return durations.stream()
                .sorted()
                .skip(durations.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private Reply attempt(String email, String password) {
        return browser.post(
                browser.open("/login").page().form().fill("email", email).fill("password", password));
    }

    private void requireRefused(Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("Location")).isEmpty();
        assertThat(reply.header("WWW-Authenticate")).isEmpty();
        assertThat(reply.page().asksFor("password")).isTrue();
        requireNobody();
    }

    private void requireNobody() {
        assertThat(browser.cookies()).doesNotContainKey("gatehouse_session");
        assertThat(browser.open("/").body()).doesNotContain("Signed in as");
    }

    private void requireSignedIn(String email) {
        assertThat(browser.open("/").body()).contains("Signed in as", email);
    }
}
