package dev.gatehouse.blackbox.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token names a person, not a tenant: whoever has several usable organizations chooses, nobody else is asked. */
class OrganizationChoiceIT {
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void offers_every_usable_organization() {
        var page = dance.signIn(Demo.BOTH).page();

        assertThat(page.form().buttons())
                .extracting(button -> button.getKey() + "=" + button.getValue())
                .containsExactlyInAnyOrder("organization=acme", "organization=globex");
        assertThat(page.html()).contains("Acme", "Globex", "both@gatehouse.example");
    }

    @ParameterizedTest
    @CsvSource({"acme, Acme", "globex, Globex"})
    void is_shown_on_the_consent_page(String slug, String name) {
        var page = dance.signIn(Demo.BOTH).page();

        var consent = dance.browser().submit(page.form().press("organization", slug));

        assertThat(consent.body()).contains("<strong>" + name + "</strong>");
        assertThat(consent.page().form().buttons())
                .extracting(Map.Entry::getKey)
                .containsOnly("decision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"globex", "acme"})
    void decides_where_the_client_acts(String slug) {
        var token = dance.redeem(OAuthDance.code(dance.allow(Demo.BOTH, slug)))
                .json()
                .getString("access_token");

        assertThat(organizationOf(token)).isEqualTo(slug);
    }

    @Test
    void counts_for_the_persons_other_clients_from_the_next_request() {
        var before = OAuthDance.register();
        var token = before.redeem(OAuthDance.code(before.allow(Demo.BOTH, "acme")))
                .json()
                .getString("access_token");

        dance.allow(Demo.BOTH, "globex");

        assertThat(organizationOf(token)).isEqualTo("globex");
    }

    @Test
    void is_put_on_record() {
        dance.allow(Demo.BOTH, "globex");

        assertThat(Audit.of(dance.clientId(), Demo.GLOBEX_KEY))
                .extracting(event -> event.getString("action"))
                .contains("oauth.organization_chosen", "oauth.consent_given");
        assertThat(Audit.actions(dance.clientId())).isEmpty();
    }

    @Test
    void is_asked_for_in_every_flow() {
        dance.allow(Demo.BOTH, "acme");

        assertThat(dance.authorize().body()).contains("name=\"organization\"");
    }

    @Test
    void cannot_be_skipped() {
        var page = dance.signIn(Demo.BOTH).page();

        var reply = dance.browser().post(page.form().fill("decision", "approve"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("name=\"organization\"");
        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "ACME", "00000000-0000-4000-8000-00000000ac3e", "acme,globex", "acme "})
    void must_be_one_of_those_offered(String slug) {
        var before = chosenBefore();
        var page = dance.signIn(Demo.BOTH).page();

        var reply = dance.browser().submit(page.form().fill("organization", slug));

        assertThat(reply.body()).contains("name=\"organization\"");
        assertThat(organizationOf(before)).isEqualTo("acme");
    }

    @Test
    void may_not_be_one_in_which_the_person_has_no_app_access() {
        var page = dance.signIn(Demo.MIXED).page();

        var reply = dance.browser().submit(page.form().fill("organization", "globex"));

        assertThat(reply.body()).contains("<strong>Acme</strong>").doesNotContain("Globex");
        var token = dance.redeem(OAuthDance.code(dance.answer(reply, "acme")))
                .json()
                .getString("access_token");
        assertThat(organizationOf(token)).isEqualTo("acme");
    }

    @Test
    void may_not_be_one_of_other_people() {
        var page = dance.signIn(Demo.OWNER).page();

        var reply = dance.browser().submit(page.form().fill("organization", "globex"));

        assertThat(reply.body()).contains("<strong>Acme</strong>").doesNotContain("Globex");
    }

    @Test
    void is_not_asked_of_somebody_with_one() {
        assertThat(dance.signIn(Demo.OWNER).body()).doesNotContain("name=\"organization\"");
    }

    @Test
    void is_not_asked_of_somebody_with_one_that_is_usable() {
        assertThat(dance.signIn(Demo.MIXED).body())
                .doesNotContain("name=\"organization\"")
                .contains("Acme");
    }

    @Test
    void can_be_changed_before_the_answer() {
        var page = dance.signIn(Demo.BOTH).page();
        dance.browser().submit(page.form().press("organization", "globex"));
        var consent = dance.browser().submit(page.form().press("organization", "acme"));

        assertThat(consent.body()).contains("<strong>Acme</strong>");
        var token = dance.redeem(OAuthDance.code(dance.answer(consent, "acme")))
                .json()
                .getString("access_token");
        assertThat(organizationOf(token)).isEqualTo("acme");
    }

    /** Two tabs: what counts is what the page said that the person answered on. */
    @Test
    void is_the_one_that_the_answered_page_showed() {
        var page = dance.signIn(Demo.BOTH).page();
        var globex = dance.browser().submit(page.form().press("organization", "globex"));
        dance.browser().submit(page.form().press("organization", "acme"));

        var shown = dance.browser().post(globex.page().form().press("decision", "approve"));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("<strong>Acme</strong>");
        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
    }

    @Test
    void can_be_declined() {
        var page = dance.signIn(Demo.BOTH).page();

        Expect.sentBack(dance.browser().post(page.forms().get(1).press("decision", "deny")), "access_denied");
    }

    @Test
    void changes_nothing_when_the_connection_is_declined_after_it() {
        var before = chosenBefore();
        var page = dance.signIn(Demo.BOTH).page();
        var consent = dance.browser().submit(page.form().press("organization", "globex"));

        Expect.sentBack(dance.browser().post(consent.page().form().press("decision", "deny")), "access_denied");

        assertThat(organizationOf(before)).isEqualTo("acme");
    }

    @Test
    void needs_the_form_of_this_browser() {
        var before = chosenBefore();
        var page = dance.signIn(Demo.BOTH).page();

        Expect.page(
                dance.browser().post(page.form().press("organization", "globex").fill("csrf", "x")), 403);

        assertThat(organizationOf(before)).isEqualTo("acme");
    }

    /** An access token of somebody who acts in Acme, and will until they choose otherwise. */
    private static String chosenBefore() {
        var earlier = OAuthDance.register();
        return earlier.redeem(OAuthDance.code(earlier.allow(Demo.BOTH, "acme")))
                .json()
                .getString("access_token");
    }

    private static String organizationOf(String token) {
        return McpDriver.bearer(token)
                .result("whoami")
                .getJsonObject("organization")
                .getString("slug");
    }
}
