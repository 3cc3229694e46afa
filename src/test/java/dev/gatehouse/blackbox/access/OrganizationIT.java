package dev.gatehouse.blackbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token names a person; the organization is resolved explicitly, and on every request. */
class OrganizationIT {

    @ParameterizedTest
    @ValueSource(strings = {"acme", "globex"})
    void a_member_of_two_acts_in_the_one_they_chose(String slug) {
        assertThat(organization(connect(OAuthDance.register(), slug))).isEqualTo(slug);
    }

    @Test
    void a_new_choice_counts_for_every_client_from_the_next_request() {
        var first = connect(OAuthDance.register(), "acme");
        assertThat(organization(first)).isEqualTo("acme");

        var second = connect(OAuthDance.register(), "globex");

        assertThat(organization(second)).isEqualTo("globex");
        assertThat(organization(first)).isEqualTo("globex");
    }

    @Test
    void a_member_of_two_is_asked_and_not_guessed_for() {
        var dance = OAuthDance.register();

        var page = dance.signIn(Demo.BOTH);

        assertThat(page.body()).contains("value=\"acme\"", "value=\"globex\"").doesNotContain("value=\"approve\"");
    }

    @Test
    void an_answer_without_a_choice_connects_nobody() {
        var dance = OAuthDance.register();
        var page = dance.signIn(Demo.BOTH);

        var reply = dance.browser().submit(page.page().form().fill("decision", "approve"));

        assertThat(reply.header("Location")).isEmpty();
        assertThat(reply.body()).contains("value=\"acme\"", "value=\"globex\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"initech", "ACME", "acme ", "acme,globex", "00000000-0000-4000-8000-00000000ac3e"})
    void a_choice_that_was_not_offered_is_none(String slug) {
        var first = connect(OAuthDance.register(), "globex");
        var dance = OAuthDance.register();
        var page = dance.signIn(Demo.BOTH);

        var reply = dance.browser().submit(page.page().form().fill("organization", slug));

        assertThat(reply.header("Location")).isEmpty();
        assertThat(reply.body()).contains("value=\"acme\"", "value=\"globex\"").doesNotContain("value=\"approve\"");
        assertThat(organization(first)).isEqualTo("globex");
    }

    @Test
    void a_portal_only_membership_cannot_be_chosen() {
        var dance = OAuthDance.register();
        var page = dance.signIn(Demo.MIXED);
        dance.browser().submit(page.page().form().fill("organization", "globex"));

        var token = dance.redeem(OAuthDance.code(dance.answer(dance.authorize(), "globex")))
                .json()
                .getString("access_token");

        assertThat(organization(McpDriver.bearer(token))).isEqualTo("acme");
    }

    @Test
    void the_only_usable_one_binds_by_itself() {
        var dance = OAuthDance.register();

        var page = dance.signIn(Demo.MIXED);

        assertThat(page.body()).contains("value=\"approve\"", "Acme").doesNotContain("Globex");
        var token =
                dance.redeem(OAuthDance.code(dance.answer(page, "acme"))).json().getString("access_token");
        assertThat(organization(McpDriver.bearer(token))).isEqualTo("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "employee"})
    void whoever_has_no_app_access_gets_no_code(String name) {
        var dance = OAuthDance.register();
        var page = dance.signIn(name.equals("nobody") ? Demo.NOBODY : Demo.EMPLOYEE);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("administrator").doesNotContain("value=\"approve\"", "value=\"acme\"");

        var reply = dance.browser().submit(page.page().form().fill("decision", "approve"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("Location")).isEmpty();
    }

    @Test
    void whoever_has_no_app_access_can_go_back_to_the_application() {
        var dance = OAuthDance.register();
        var page = dance.signIn(Demo.NOBODY);

        Expect.sentBack(dance.browser().submit(page.page().form().press("decision", "deny")), "access_denied");
    }

    /** Platform admins bypass the app-access gate, not the membership rule. */
    @Test
    void a_platform_admin_acts_where_they_are_a_member_and_nowhere_else() {
        var dance = OAuthDance.register();

        var page = dance.signIn(Demo.ADMIN);

        assertThat(page.body()).contains("Acme").doesNotContain("Globex");
    }

    private static McpDriver connect(OAuthDance dance, String slug) {
        var code = OAuthDance.code(dance.allow(Demo.BOTH, slug));
        return McpDriver.bearer(dance.redeem(code).json().getString("access_token"));
    }

    private static String organization(McpDriver caller) {
        return caller.result("whoami").getJsonObject("organization").getString("slug");
    }
}
