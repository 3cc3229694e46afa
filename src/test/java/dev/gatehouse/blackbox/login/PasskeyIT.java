package dev.gatehouse.blackbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.SoftwareAuthenticator;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A passkey signs its owner in, by an answer to a challenge of this site in this browser, once (Web Authentication §7).
 */
class PasskeyIT {
    private static final String SIGN_IN = "/login/passkey?return_to=/logout";
    private static final String ADD = "/account/security/passkeys";
    private static final String SESSION = "gatehouse_session";

    @RegisterExtension
    static final Witness WITNESS = Witness.asUsual();

    private final Browser browser = new Browser();
    private final Browser owners = new Browser();
    private SoftwareAuthenticator device;
    private Newcomer person;

    @BeforeEach
    void somebody_adds_a_passkey() {
        device = new SoftwareAuthenticator();
        person = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        owners.signIn(owners.open("/login").page(), person.user());
        assertThat(owners.submit(device.make(owners.open(ADD)).fill("name", "My key"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void signs_in_without_name_or_password_and_counts_as_two_factors() {
        var reply = browser.post(device.answer(browser.open(SIGN_IN)));

        assertThat(reply.location().text()).isEqualTo(Sut.url("/logout"));
        assertThat(browser.open("/").body()).contains(person.user().email());
        assertThat(List.of(WITNESS.rows(
                                "select methods from identity_login_session where user_id = ? order by created_at desc",
                                person.id())
                        .getFirst()
                        .get("methods")
                        .split(" ")))
                .containsExactlyInAnyOrder("hwk", "user", "mfa");
    }

    @Test
    void leaves_the_authorization_waiting() {
        var dance = OAuthDance.register().in(browser);
        var page = browser.visit(dance.authorize().page().link("Sign in with a passkey"));

        assertThat(page.body()).contains("to connect");
        var consent = browser.submit(device.answer(page));

        assertThat(dance.redeem(OAuthDance.code(dance.answer(consent, "acme"))).status())
                .isEqualTo(200);
    }

    @Test
    void answers_a_challenge_once() {
        var form = device.answer(browser.open(SIGN_IN));
        var cookies = cookies(browser);
        browser.post(form);

        var again = Http.post(form.action())
                .header("Cookie", cookies)
                .form(form.fields())
                .send();

        requireRefused(again);
    }

    @Test
    void answers_a_challenge_once_however_many_ask_at_once() {
        var form = device.answer(browser.open(SIGN_IN));
        var cookies = cookies(browser);

        var statuses = Race.of(8, () -> {
            return Http.post(form.action())
                    .header("Cookie", cookies)
                    .form(form.fields())
                    .send()
                    .status();
        });

        assertThat(Collections.frequency(statuses, 303)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 401)).isEqualTo(7);
    }

    @Test
    void is_refused_when_its_counter_goes_back() {
        browser.post(device.counting(5).answer(browser.open(SIGN_IN)));
        var thief = new Browser();

        requireRefused(thief.post(device.counting(5).answer(thief.open(SIGN_IN))));
        requireRefused(thief.post(device.counting(3).answer(thief.open(SIGN_IN))));
        assertThat(thief.post(device.counting(6).answer(thief.open(SIGN_IN))).status())
                .isEqualTo(303);
    }

    @Test
    void is_refused_from_the_page_of_another_site() {
        requireRefused(browser.post(device.at("https://evil.example").answer(browser.open(SIGN_IN))));
    }

    @Test
    void is_refused_for_another_relying_party() {
        requireRefused(browser.post(device.forRelyingParty("evil.example").answer(browser.open(SIGN_IN))));
    }

    @Test
    void is_refused_when_the_device_did_not_ask_who_holds_it() {
        requireRefused(browser.post(device.unverified().answer(browser.open(SIGN_IN))));
    }

    @Test
    void is_refused_when_it_names_somebody_else() {
        requireRefused(
                browser.post(device.naming(Newcomer.to(WITNESS.database()).id()).answer(browser.open(SIGN_IN))));
    }

    @Test
    void is_refused_when_nobody_has_it_in_the_same_words() {
        var stranger = new SoftwareAuthenticator().naming(person.id());

        var unknown = browser.post(stranger.answer(browser.open(SIGN_IN)));
        var wrong = browser.post(device.at("https://evil.example").answer(browser.open(SIGN_IN)));

        requireRefused(unknown);
        assertThat(withoutWhatVaries(unknown)).isEqualTo(withoutWhatVaries(wrong));
    }

    @Test
    void is_refused_once_its_owner_is_switched_off() {
        person.switched(false);

        requireRefused(browser.post(device.answer(browser.open(SIGN_IN))));
    }

    @Test
    void is_refused_once_it_was_removed() {
        var form = owners.open(ADD).page().forms().getFirst();
        assertThat(form.action()).isEqualTo("/account/security/passkeys/remove");
        owners.submit(form);

        requireRefused(browser.post(device.answer(browser.open(SIGN_IN))));
    }

    @Test
    void answers_no_challenge_of_another_browser() {
        var elsewhere = new Browser();
        var form = device.answer(elsewhere.open(SIGN_IN));
        var own = browser.open(SIGN_IN).page().form();

        requireRefused(browser.post(form.fill("csrf", own.fields().get("csrf"))));
        Expect.page(browser.post(form), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "x", "-1", "99999999999999999999", "9999999999999"})
    void answers_no_challenge_of_another_time(String issued) {
        requireRefused(browser.post(device.answer(browser.open(SIGN_IN)).fill("issued", issued)));
    }

    @Test
    void answers_no_challenge_that_is_eleven_minutes_old() {
        var form = device.answer(browser.open(SIGN_IN));
        var old = Long.parseLong(form.fields().get("issued")) - 660_000;

        requireRefused(browser.post(form.fill("issued", Long.toString(old))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"credential_id", "client_data", "authenticator_data", "signature", "user_handle"})
    void is_refused_with_anything_else_in_place_of_its_answer(String field) {
        for (var value : List.of("", "x", "!", "AAAA", "_".repeat(20_000), base64("{}"), base64("null"))) {
            requireRefused(browser.post(device.answer(browser.open(SIGN_IN)).fill(field, value)));
        }
    }

    @Test
    void is_added_by_its_owner_only() {
        var others = new Browser();
        others.signIn(
                others.open("/login").page(), Newcomer.to(WITNESS.database()).user());

        Expect.page(others.post(new SoftwareAuthenticator().make(owners.open(ADD))), 403);
        assertThat(new Browser().open(ADD).location().text()).startsWith(Sut.url("/login?return_to="));
        assertThat(passkeys()).isEqualTo(1);
    }

    @Test
    void is_not_added_long_after_a_sign_in() {
        var form = new SoftwareAuthenticator().make(owners.open(ADD));
        WITNESS.database()
                .change(
                        "update identity_login_session set created_at = ? where user_id = ?",
                        OffsetDateTime.now().minusMinutes(11),
                        person.id());

        assertThat(owners.post(form).location().text()).startsWith(Sut.url("/login?return_to="));
        assertThat(passkeys()).isEqualTo(1);
    }

    @Test
    void is_not_added_twice() {
        var form = device.make(owners.open(ADD));

        assertThat(owners.post(form).status()).isEqualTo(400);
        assertThat(passkeys()).isEqualTo(1);
    }

    @Test
    void is_not_added_from_the_page_of_another_site_nor_without_its_owners_proof() {
        requireNotAdded(new SoftwareAuthenticator().at("https://evil.example").make(owners.open(ADD)));
        requireNotAdded(
                new SoftwareAuthenticator().forRelyingParty("evil.example").make(owners.open(ADD)));
        requireNotAdded(new SoftwareAuthenticator().unverified().make(owners.open(ADD)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"attestation_object", "client_data", "issued"})
    void is_not_added_with_anything_else_in_place_of_its_answer(String field) {
        for (var value : List.of("", "x", "!", "AAAA", "oA", "_".repeat(20_000), base64("{}"))) {
            requireNotAdded(new SoftwareAuthenticator().make(owners.open(ADD)).fill(field, value));
        }
    }

    @Test
    void is_never_removed_by_somebody_else() {
        var id = owners.open(ADD).page().forms().getFirst().fields().get("id");
        var others = new Browser();
        others.signIn(
                others.open("/login").page(), Newcomer.to(WITNESS.database()).user());
        var csrf = others.open(ADD).page().form().fields().get("csrf");

        others.post(new Page.Form(
                "/account/security/passkeys/remove", java.util.Map.of("csrf", csrf, "id", id), List.of()));

        assertThat(passkeys()).isEqualTo(1);
    }

    @Test
    void asks_by_a_script_of_ours_and_no_other() {
        var reply = browser.open(SIGN_IN);

        assertThat(reply.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self';")
                .endsWith("; script-src 'self'");
        assertThat(reply.body().split("<script")).hasSize(2);
        assertThat(reply.body()).contains("<script src=\"/assets/passkey.js\" defer></script>");
        assertThat(Http.get("/assets/passkey.js").send().header("Content-Type").orElse(""))
                .startsWith("text/javascript");
    }

    private void requireNotAdded(Page.Form form) {
        assertThat(owners.post(form).status()).isEqualTo(400);
        assertThat(passkeys()).isEqualTo(1);
    }

    private int passkeys() {
        return WITNESS.rows("select * from identity_passkey where user_id = ?", person.id())
                .size();
    }

    private static void requireRefused(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(401);
        assertThat(reply.page().asksFor("credential_id")).isTrue();
        assertThat(reply.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith(SESSION));
    }

    private static String withoutWhatVaries(Reply reply) {
        return reply.body().replaceAll("(value|data-challenge)=\"[^\"]*\"", "");
    }

    private static String cookies(Browser any) {
        return any.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(java.util.stream.Collectors.joining("; "));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
