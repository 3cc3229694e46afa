package dev.gatehouse.blackbox.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Reply;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A flow belongs to the browser that began it, its form to the person to whom it was shown; anything else fails closed.
 */
class ConsentBindingIT {
    private final OAuthDance dance = OAuthDance.register();
    private Reply consent;

    @BeforeEach
    void open() {
        consent = dance.signIn(Demo.OWNER);
    }

    @Test
    void shows_nothing_to_another_browser() {
        var lured = signedIn(Demo.AUDITOR);

        Expect.page(lured.open(consent.uri().toString()), 403);
        requireStillWaiting();
    }

    @Test
    void takes_no_answer_from_another_browser() {
        Expect.page(signedIn(Demo.OWNER).post(approve()), 403);
        requireStillWaiting();
    }

    @Test
    void takes_no_answer_from_no_browser() {
        Expect.page(new Browser().post(approve()), 403);
        requireStillWaiting();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\"\"", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void takes_no_answer_with_a_guessed_flow_cookie(String guess) {
        var thief = signedIn(Demo.OWNER);
        thief.cookies().put(flowCookie(dance.browser()), guess);

        Expect.page(thief.post(approve()), 403);
        Expect.page(thief.open(consent.uri().toString()), 403);
        requireStillWaiting();
    }

    @Test
    void takes_no_answer_with_another_flows_cookie() {
        var other = OAuthDance.register();
        other.signIn(Demo.OWNER);
        other.browser()
                .cookies()
                .put(flowCookie(dance.browser()), other.browser().cookies().get(flowCookie(other.browser())));

        Expect.page(other.browser().post(approve()), 403);
        requireStillWaiting();
    }

    @Test
    void takes_no_form_of_another_flow() {
        var other = OAuthDance.register().in(dance.browser());
        var csrf = other.authorize().page().form().fields().get("csrf");

        Expect.page(dance.browser().post(approve().fill("csrf", csrf)), 403);
        requireStillWaiting();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void takes_no_form_with_a_csrf_field_of_its_own_making(String csrf) {
        Expect.page(dance.browser().post(approve().fill("csrf", csrf)), 403);
        requireStillWaiting();
    }

    @Test
    void takes_no_stale_form_after_a_change_of_person() {
        var stale = approve();
        dance.browser().post(dance.browser().open("/logout").page().form());
        dance.browser().signIn(dance.browser().open("/login").page(), Demo.AUDITOR);

        Expect.page(dance.browser().post(stale), 403);

        var fresh = dance.browser().open(consent.uri().toString());
        assertThat(fresh.body()).contains("auditor@acme.example");
        assertThat(dance.browser()
                        .post(fresh.page().form().press("decision", "approve"))
                        .location()
                        .parameter("code"))
                .isPresent();
    }

    @Test
    void takes_no_stale_form_after_the_same_person_signed_in_anew() {
        var stale = approve();
        dance.browser().post(dance.browser().open("/logout").page().form());
        dance.browser().signIn(dance.browser().open("/login").page(), Demo.OWNER);

        Expect.page(dance.browser().post(stale), 403);
        requireStillWaiting();
    }

    @Test
    void sends_to_sign_in_whoever_signed_out_meanwhile() {
        dance.browser().post(dance.browser().open("/logout").page().form());

        var reply = dance.browser().post(approve());

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location().text()).contains("/login?return_to=%2Foauth%2Fconsent%3Fflow%3D");
        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "AAAAAAAAAAAAAAAAAAAAAA", "../x", "' or '1'='1"})
    void knows_no_flow_that_was_not_begun(String flow) {
        Expect.page(dance.browser().open("/oauth/consent?" + Http.encode(Map.of("flow", flow))), 410);
        Expect.page(dance.browser().post(approve().fill("flow", flow)), 410);
        requireStillWaiting();
    }

    @Test
    void survives_a_huge_flow_id() {
        Expect.page(dance.browser().post(approve().fill("flow", "a".repeat(1_000_000))), 410);
    }

    @Test
    void keeps_the_flow_when_the_page_is_reloaded() {
        dance.browser().open(consent.uri().toString());
        dance.browser().open(consent.uri().toString());

        requireStillWaiting();
    }

    @Test
    void gives_each_flow_a_cookie_of_its_own() {
        OAuthDance.register().in(dance.browser()).authorize();

        assertThat(dance.browser().cookies().keySet())
                .filteredOn(name -> name.startsWith("gatehouse_flow_"))
                .hasSize(2);
    }

    private Page.Form approve() {
        return consent.page().form().press("decision", "approve");
    }

    /** Nothing was decided: no consent is on record, and the rightful browser can still answer. */
    private void requireStillWaiting() {
        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
        var page = dance.browser().visit(consent.uri().toString());
        if (page.page().asksFor("password")) {
            page = dance.browser().signIn(page.page(), Demo.OWNER);
        }
        assertThat(dance.browser()
                        .post(page.page().form().press("decision", "approve"))
                        .location()
                        .parameter("code"))
                .isPresent();
        assertThat(Audit.actions(dance.clientId())).containsOnlyOnce("oauth.consent_given");
    }

    private static Browser signedIn(Demo.User user) {
        var browser = new Browser();
        browser.signIn(browser.open("/login").page(), user);
        return browser;
    }

    private static String flowCookie(Browser browser) {
        return browser.cookies().keySet().stream()
                .filter(name -> name.startsWith("gatehouse_flow_"))
                .findFirst()
                .orElseThrow();
    }
}
