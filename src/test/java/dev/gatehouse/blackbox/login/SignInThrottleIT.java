package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.StrictServer;
import dev.gatehouse.blackbox.support.Witness;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Guessing passwords is slow, and slows nobody else down: not the owner on a browser of theirs, not the owner
 * elsewhere, and an account that does not exist looks like one that does.
 */
class SignInThrottleIT {
    private static final int MOST = 10;
    private static final int MOST_OF_ALL_NETWORKS = 100;
    private static final String HERE = "127.0.0.21";
    private static final String ELSEWHERE = "127.0.0.22";

    @RegisterExtension
    static final Witness WITNESS = StrictServer.witness();

    @BeforeEach
    void look_there() {
        WITNESS.rows("select count(*) from platform_limit_counter").stream()
                .filter(row -> !row.containsValue("0"))
                .forEach(row -> WITNESS.database().change("delete from platform_limit_counter"));
    }

    @Test
    void tells_after_ten_wrong_passwords_how_long_to_wait() {
        guess(Browser.at(HERE), Demo.OWNER.email(), MOST);

        var reply = attempt(Browser.at(HERE), Demo.OWNER.email(), "wrong");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.header("Retry-After").orElseThrow())).isBetween(1, 600);
        assertThat(reply.body()).contains("Wait 10 minutes").doesNotContain("wrong\"");
        assertThat(reply.page().asksFor("password")).isTrue();
    }

    @Test
    void does_not_take_the_right_password_from_whoever_guessed_it_too_late() {
        var browser = Browser.at(HERE);
        guess(browser, Demo.OWNER.email(), MOST);

        assertThat(attempt(browser, Demo.OWNER.email(), Demo.OWNER.password()).status())
                .isEqualTo(429);
        assertThat(browser.cookies()).doesNotContainKeys("gatehouse_session", "gatehouse_device");
    }

    @Test
    void takes_the_right_password_when_the_wait_is_over() {
        guess(Browser.at(HERE), Demo.OWNER.email(), MOST);
        WITNESS.database()
                .change(
                        "update platform_limit_counter set expires_at = ?",
                        OffsetDateTime.now().minusSeconds(1));

        requireWelcome(attempt(Browser.at(HERE), Demo.OWNER.email(), Demo.OWNER.password()));
    }

    @Test
    void lets_the_owner_in_from_another_network() {
        guess(Browser.at(HERE), Demo.OWNER.email(), MOST + 1);

        requireWelcome(attempt(Browser.at(ELSEWHERE), Demo.OWNER.email(), Demo.OWNER.password()));
    }

    @Test
    void lets_the_owner_in_from_a_browser_of_theirs_on_the_very_network_of_the_guesses() {
        var owners = Browser.at(HERE);
        requireWelcome(attempt(owners, Demo.OWNER.email(), Demo.OWNER.password()));
        guess(Browser.at(HERE), Demo.OWNER.email(), MOST + 1);

        requireWelcome(attempt(owners, "OWNER@acme.example ", Demo.OWNER.password()));
    }

    @Test
    void counts_a_known_browser_too() {
        var owners = Browser.at(HERE);
        requireWelcome(attempt(owners, Demo.OWNER.email(), Demo.OWNER.password()));
        guess(owners, Demo.OWNER.email(), MOST);

        assertThat(attempt(owners, Demo.OWNER.email(), Demo.OWNER.password()).status())
                .isEqualTo(429);
        requireWelcome(attempt(Browser.at(HERE), Demo.OWNER.email(), Demo.OWNER.password()));
    }

    @Test
    void knows_a_browser_for_its_owner_only() {
        var auditors = Browser.at(HERE);
        requireWelcome(attempt(auditors, Demo.AUDITOR.email(), Demo.AUDITOR.password()));
        guess(Browser.at(HERE), Demo.OWNER.email(), MOST);

        assertThat(attempt(auditors, Demo.OWNER.email(), Demo.OWNER.password()).status())
                .isEqualTo(429);
    }

    @Test
    void slows_a_guess_from_many_networks_down_and_not_the_owner() {
        var owners = Browser.at(HERE);
        requireWelcome(attempt(owners, Demo.OWNER.email(), Demo.OWNER.password()));
        IntStream.range(0, MOST_OF_ALL_NETWORKS / MOST)
                .forEach(network -> guess(Browser.at("127.0.1." + network), Demo.OWNER.email(), MOST));

        assertThat(attempt(Browser.at("127.0.1.0"), Demo.OWNER.email(), Demo.OWNER.password())
                        .status())
                .isEqualTo(429);
        guess(Browser.at("127.0.1.99"), Demo.OWNER.email(), 1);
        assertThat(attempt(Browser.at("127.0.1.99"), Demo.OWNER.email(), "wrong")
                        .status())
                .isEqualTo(429);
        requireWelcome(attempt(Browser.at(ELSEWHERE), Demo.OWNER.email(), Demo.OWNER.password()));
        requireWelcome(attempt(owners, Demo.OWNER.email(), Demo.OWNER.password()));
        requireWelcome(attempt(Browser.at(ELSEWHERE), Demo.AUDITOR.email(), Demo.AUDITOR.password()));
    }

    @Test
    void treats_an_account_that_does_not_exist_like_one_that_does() {
        guess(Browser.at(HERE), Demo.OWNER.email(), MOST);
        guess(Browser.at(ELSEWHERE), "stranger@acme.example", MOST);

        var known = attempt(Browser.at(HERE), Demo.OWNER.email(), "wrong");
        var unknown = attempt(Browser.at(ELSEWHERE), "stranger@acme.example", "wrong");

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(429);
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(known.headers().map().keySet());
        assertThat(withoutWhatVaries(unknown)).isEqualTo(withoutWhatVaries(known));
    }

    @Test
    void forgets_failures_once_the_owner_is_in() {
        guess(Browser.at(HERE), Demo.OWNER.email(), MOST - 1);
        requireWelcome(attempt(Browser.at(HERE), Demo.OWNER.email(), Demo.OWNER.password()));

        guess(Browser.at(HERE), Demo.OWNER.email(), MOST);
    }

    @RepeatedTest(3)
    void counts_exactly_when_many_guess_at_once() {
        var form = Browser.at(HERE);
        var fields = form.open("/login").page().form().fill("email", "race@acme.example");
        var cookie = "gatehouse_form=" + form.cookies().get("gatehouse_form");

        var statuses = Race.of(16, () -> {
            return Http.post("/login")
                    .from(HERE)
                    .header("Cookie", cookie)
                    .form(fields.fill("password", "wrong").fields())
                    .send()
                    .status();
        });

        assertThat(Collections.frequency(statuses, 401)).isEqualTo(MOST);
        assertThat(Collections.frequency(statuses, 429)).isEqualTo(16 - MOST);
    }

    @Test
    void keeps_neither_addresses_nor_names() {
        guess(Browser.at(HERE), Demo.OWNER.email(), 1);

        assertThat(WITNESS.rows("select * from platform_limit_counter"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.get("key_hash")).matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void leaves_a_record_of_what_it_refused() {
        guess(Browser.at(HERE), Demo.OWNER.email(), MOST);

        var reply = attempt(Browser.at(HERE), Demo.OWNER.email(), "a-wrong-password");

        assertThat(WITNESS.rows(
                        "select * from audit_record where request_id = ?",
                        reply.header("X-Request-Id").orElseThrow()))
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("action", "login.sign_in")
                        .containsEntry("outcome", "refused")
                        .containsEntry("detail", "too many attempts"))
                .satisfies(record -> assertThat(record.toString()).doesNotContain("a-wrong-password"));
    }

    private static void guess(Browser browser, String email, int times) {
        IntStream.rangeClosed(1, times)
                .forEach(time -> assertThat(attempt(browser, email, "wrong").status())
                        .as("guess " + time)
                        .isEqualTo(time > MOST ? 429 : 401));
    }

    private static Reply attempt(Browser browser, String email, String password) {
        return browser.post(
                browser.open("/login").page().form().fill("email", email).fill("password", password));
    }

    private static void requireWelcome(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(303);
        assertThat(reply.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("gatehouse_session="))
                .anyMatch(cookie -> cookie.matches("gatehouse_device=[A-Za-z0-9_-]{43};.*"));
    }

    private static String withoutWhatVaries(Reply reply) {
        return reply.body().replaceAll("name=\"(csrf|email)\"([^>]*) value=\"[^\"]*\"", "$1");
    }
}
