package dev.gatehouse.blackbox.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Witness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that the operator registered is consented to once per person, organization and scopes; no other ever. */
class RememberedConsentIT {
    private static final String QUESTION = "Connect <em>";

    @RegisterExtension
    static final Witness WITNESS = Witness.asUsual();

    private OAuthDance dance;

    @BeforeEach
    void register() {
        dance = OAuthDance.register().with("scope", "mcp:read");
        from("administered");
    }

    @Test
    void is_asked_for_the_first_time() {
        assertThat(dance.signIn(Demo.OWNER).body()).contains(QUESTION);
    }

    @Test
    void is_not_asked_for_again() {
        dance.allow(Demo.OWNER, "acme");

        var reply = dance.authorize();

        assertThat(dance.redeem(OAuthDance.code(reply)).status()).isEqualTo(200);
        assertThat(Audit.actions(dance.clientId())).startsWith("oauth.token_issued", "oauth.consent_remembered");
    }

    @Test
    void gives_a_code_silently() {
        dance.allow(Demo.OWNER, "acme");

        assertThat(dance.with("prompt", "none").ask().location().parameter("code"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dynamic", "document"})
    void is_asked_for_again_of_a_client_that_nobody_vouches_for(String origin) {
        from(origin);
        dance.allow(Demo.OWNER, "acme");

        requireAsked(dance.authorize());
        requireAsked(dance.with("prompt", "login consent").signIn(Demo.OWNER));
        Expect.sentBack(dance.with("prompt", "none").ask(), "consent_required");
    }

    @Test
    void is_asked_for_again_when_the_scopes_grow() {
        dance.allow(Demo.OWNER, "acme");

        requireAsked(dance.with("scope", "mcp:read mcp:write").authorize());
        requireAsked(dance.with("scope", "mcp").authorize());
        requireAsked(dance.with("scope", "mcp:read offline_access").authorize());
    }

    @Test
    void covers_fewer_scopes() {
        dance.with("scope", "mcp").allow(Demo.OWNER, "acme");

        var code = OAuthDance.code(dance.with("scope", "mcp:write").authorize());

        assertThat(dance.redeem(code).json().getString("scope")).isEqualTo("mcp:write");
    }

    @Test
    void covers_no_more_than_the_person_left_of_it() {
        var page = dance.with("scope", "mcp").signIn(Demo.OWNER).page();
        dance.browser().post(page.form().without("allow_mcp_write").press("decision", "approve"));

        requireAsked(dance.authorize());
        assertThat(dance.with("scope", "mcp:read").authorize().location().parameter("code"))
                .isPresent();
    }

    @Test
    void is_asked_for_again_in_another_organization() {
        dance.allow(Demo.BOTH, "acme");
        var choice = dance.authorize();

        requireAsked(dance.browser().submit(choice.page().form().press("organization", "globex")));
        assertThat(dance.browser()
                        .submit(choice.page().form().press("organization", "acme"))
                        .location()
                        .parameter("code"))
                .isPresent();
    }

    @Test
    void is_asked_of_every_person() {
        dance.allow(Demo.OWNER, "acme");
        dance.browser().cookies().clear();

        requireAsked(dance.signIn(Demo.AUDITOR));
    }

    @Test
    void is_asked_for_again_when_the_client_wants_it() {
        dance.allow(Demo.OWNER, "acme");

        requireAsked(dance.with("prompt", "consent").authorize());
    }

    @Test
    void ends_with_what_it_gave() {
        var tokens = dance.tokens(Demo.OWNER);
        dance.revoke(tokens.getString("refresh_token"));

        requireAsked(dance.authorize());
    }

    @Test
    void is_not_made_of_a_decline() {
        var consent = dance.signIn(Demo.OWNER);
        dance.browser().post(consent.page().form().press("decision", "deny"));

        requireAsked(dance.authorize());
    }

    private void from(String origin) {
        WITNESS.database().change("update oauth_client set origin = ? where client_id = ?", origin, dance.clientId());
    }

    private static void requireAsked(Reply reply) {
        assertThat(reply.body()).contains(QUESTION);
        assertThat(reply.header("Location")).isEmpty();
    }
}
