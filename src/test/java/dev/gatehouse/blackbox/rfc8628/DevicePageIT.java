package dev.gatehouse.blackbox.rfc8628;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.DeviceDance;
import dev.gatehouse.blackbox.support.Doctor;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The person's part, RFC 8628 §3.3: who enters the code first answers, and nobody else. */
class DevicePageIT {
    private final DeviceDance device = DeviceDance.begin();
    private final Browser browser = new Browser();

    @Test
    void leads_through_sign_in_and_consent_to_a_connected_device() {
        var consent = device.signIn(browser, Demo.OWNER);
        assertThat(consent.body())
                .contains("Black-box test", "owner@acme.example", "<strong>Acme</strong>", "device that showed you");
        assertThat(consent.header("Content-Security-Policy").orElseThrow()).endsWith("form-action 'self'");

        var done = browser.post(consent.page().form().press("decision", "approve"));

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains("Your device is connected");
        assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith("gatehouse_flow_"));
        Expect.accepted(device.poll().json().getString("access_token"));
    }

    @Test
    void lets_the_person_choose_the_organization_and_scopes() {
        var choice = device.signIn(browser, Demo.BOTH);
        var consent = browser.submit(choice.page().form().press("organization", "globex"));
        browser.post(consent.page().form().without("allow_mcp_write").press("decision", "approve"));

        assertThat(device.poll().json().getString("scope")).isEqualTo("mcp:read");
        assertThat(Audit.of(device.application().clientId(), Demo.GLOBEX_KEY))
                .extracting(event -> event.getString("action"))
                .contains("oauth.consent_given", "oauth.token_issued");
    }

    @Test
    void fills_in_a_code_that_comes_with_the_link_and_asks_all_the_same() {
        var page = browser.open(device.codes().getString("verification_uri_complete"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().form().fields()).containsEntry("user_code", device.userCode());
        assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith("gatehouse_flow_"));
        Expect.refused(device.poll(), 400, "authorization_pending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower", "no dash", "spaces", "dots"})
    void takes_the_code_however_it_is_typed(String how) {
        var typed = switch (how) {
            case "lower" -> device.userCode().toLowerCase();
            case "no dash" -> device.userCode().replace("-", "");
            case "spaces" -> " " + device.userCode().replace("-", " ") + " ";
            default -> device.userCode().replace("-", ".");
        };

        assertThat(DeviceDance.enter(browser, typed).page().asksFor("password")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BCDF-GHJK", "x", "<script>alert(1)</script>", "' or '1'='1", "\uD83D\uDEAA"})
    void knows_no_other_code(String typed) {
        var reply = DeviceDance.enter(browser, typed);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("No device waits for this code").doesNotContain("<script");
        assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith("gatehouse_flow_"));
    }

    @Test
    void survives_a_huge_code() {
        assertThat(DeviceDance.enter(browser, "B".repeat(100_000)).status()).isEqualTo(400);
    }

    @Test
    void belongs_to_the_browser_that_was_first() {
        DeviceDance.enter(browser, device.userCode());

        var second = DeviceDance.enter(new Browser(), device.userCode());

        assertThat(second.status()).isEqualTo(400);
        assertThat(second.body()).contains("No device waits for this code");
    }

    @Test
    void cannot_be_answered_by_another_person_who_knows_the_code() {
        var consent = device.signIn(browser, Demo.OWNER);
        var thief = new Browser();
        thief.signIn(thief.open("/login").page(), Demo.AUDITOR);

        assertThat(DeviceDance.enter(thief, device.userCode()).status()).isEqualTo(400);
        Expect.page(thief.open(consent.uri().toString()), 403);
        Expect.page(thief.post(consent.page().form().press("decision", "approve")), 403);
        Expect.page(thief.post(consent.page().form().press("decision", "deny")), 403);
        Expect.refused(device.poll(), 400, "authorization_pending");

        device.application().in(browser).answer(consent, "acme");
        assertThat(device.poll().status()).isEqualTo(200);
    }

    @Test
    void goes_on_in_the_browser_that_entered_the_code_before() {
        DeviceDance.enter(browser, device.userCode());

        assertThat(DeviceDance.enter(browser, device.userCode()).page().asksFor("password"))
                .isTrue();
    }

    @RepeatedTest(3)
    void gives_the_device_to_one_browser_however_many_enter_the_code_at_once() {
        var form = "user_code";
        var replies = Race.of(32, () -> {
            var own = new Browser();
            var page = own.open("/oauth/device").page().form().fill(form, device.userCode());
            return own.post(page);
        });

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(303);
        assertThat(replies).extracting(Reply::status).containsOnly(303, 400);
    }

    @Test
    void always_asks_even_for_a_trusted_client() {
        var trusted = OAuthDance.trusted();
        var ours = DeviceDance.begin(trusted, "mcp");

        var page = ours.signIn(browser, Demo.OWNER);

        assertThat(page.page().form().buttons())
                .extracting(button -> button.getValue())
                .contains("approve", "deny");
        Expect.refused(ours.poll(), 400, "authorization_pending");
    }

    @Test
    void tells_a_device_that_the_person_declined() {
        var consent = device.signIn(browser, Demo.OWNER);

        var done = browser.post(consent.page().form().press("decision", "deny"));

        assertThat(done.body()).contains("not connected");
        Expect.refused(device.poll(), 400, "access_denied");
        Expect.page(browser.post(consent.page().form().press("decision", "approve")), 410);
        Expect.refused(device.poll(), 400, "access_denied");
    }

    @Test
    void counts_one_answer() {
        var consent = device.signIn(browser, Demo.OWNER);
        var form = consent.page().form().press("decision", "approve");
        browser.post(form);

        Expect.page(browser.post(form), 410);
        assertThat(DeviceDance.enter(browser, device.userCode()).status()).isEqualTo(400);
    }

    @Test
    void takes_no_code_from_a_form_of_another_site() {
        var form = browser.open("/oauth/device").page().form().fill("user_code", device.userCode());

        Expect.page(browser.post(form.fill("csrf", "x")), 403);
        Expect.page(new Browser().post(form), 403);
        assertThat(DeviceDance.enter(browser, device.userCode()).page().asksFor("password"))
                .isTrue();
    }

    @Test
    void leaves_a_trace() {
        device.allow(browser, Demo.OWNER);
        device.poll();

        assertThat(Doctor.steps(Doctor.of(device.application().clientId()).getFirst()))
                .containsExactly("device", "user_code", "sign_in", "consent", "approved", "redeemed");
    }
}
