package dev.gatehouse.blackbox.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Reply;
import org.junit.jupiter.api.Test;

/** The person may allow less than the client asks for, and the client is told. */
class ScopeChoiceIT {
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void offers_each_half_of_everything() {
        assertThat(consentForm("mcp").fields()).containsKeys("allow_mcp_read", "allow_mcp_write");
    }

    @Test
    void offers_nothing_that_was_not_asked_for() {
        assertThat(consentForm("mcp:read").fields())
                .containsKey("allow_mcp_read")
                .doesNotContainKey("allow_mcp_write");
    }

    @Test
    void grants_what_was_asked_for_when_nothing_is_taken_away() {
        var tokens = tokens(dance.browser().post(consentForm("mcp").press("decision", "approve")));

        assertThat(tokens.json().getString("scope")).isEqualTo("mcp");
    }

    @Test
    void grants_what_is_left_when_a_box_is_cleared() {
        var tokens = tokens(dance.browser()
                .post(consentForm("mcp offline_access")
                        .without("allow_mcp_write")
                        .press("decision", "approve")));

        assertThat(tokens.json().getString("scope")).isEqualTo("mcp:read offline_access");
        var driver = McpDriver.bearer(tokens.json().getString("access_token"));
        assertThat(driver.call("whoami").status()).isEqualTo(200);
        assertThat(driver.call("rename_organization").body()).doesNotContain("\"renamed\"");
    }

    @Test
    void keeps_to_it_when_tokens_are_refreshed() {
        var tokens = tokens(dance.browser()
                .post(consentForm("mcp").without("allow_mcp_write").press("decision", "approve")));
        var refreshToken = tokens.json().getString("refresh_token");

        Expect.refused(dance.refresh(refreshToken, "scope", "mcp"), 400, "invalid_scope");
        Expect.refused(dance.refresh(refreshToken, "scope", "mcp:write"), 400, "invalid_scope");
        assertThat(dance.refresh(refreshToken).json().getString("scope")).isEqualTo("mcp:read");
    }

    @Test
    void needs_at_least_one() {
        var form = consentForm("mcp").without("allow_mcp_read").without("allow_mcp_write");

        var reply = dance.browser().post(form.press("decision", "approve"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("at least one");
        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
        assertThat(dance.answer(reply, "acme").location().parameter("code")).isPresent();
    }

    @Test
    void grants_no_more_than_was_asked_for_whatever_the_form_says() {
        var form = consentForm("mcp:read").fill("allow_mcp_write", "yes").fill("allow_mcp", "yes");

        assertThat(tokens(dance.browser().post(form.press("decision", "approve")))
                        .json()
                        .getString("scope"))
                .isEqualTo("mcp:read");
    }

    @Test
    void records_what_was_granted() {
        dance.browser().post(consentForm("mcp").without("allow_mcp_read").press("decision", "approve"));

        assertThat(Audit.of(dance.clientId(), Demo.ACME_KEY))
                .filteredOn(event -> event.getString("action").equals("oauth.consent_given"))
                .singleElement()
                .satisfies(event -> assertThat(event.getString("target")).isEqualTo("mcp:write"));
    }

    private Page.Form consentForm(String scope) {
        return dance.with("scope", scope).signIn(Demo.OWNER).page().form();
    }

    private Reply tokens(Reply redirect) {
        return dance.redeem(OAuthDance.code(redirect));
    }
}
