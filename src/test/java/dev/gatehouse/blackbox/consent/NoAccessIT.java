package dev.gatehouse.blackbox.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody without a usable organization learns it here, not from a client that signs in for ever. */
class NoAccessIT {
    private final OAuthDance dance = OAuthDance.register();

    static Demo.User[] outsiders() {
        return new Demo.User[] {Demo.EMPLOYEE, Demo.NOBODY};
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void is_told_in_words(Demo.User outsider) {
        var reply = dance.signIn(outsider);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains("no organization", outsider.email(), "Ask an administrator");
        assertThat(reply.page().form().buttons())
                .extracting(Map.Entry::getValue)
                .containsExactly("deny");
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void leads_back_to_the_client(Demo.User outsider) {
        var page = dance.signIn(outsider).page();

        Expect.sentBack(dance.browser().post(page.form().press("decision", "deny")), "access_denied");
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void cannot_be_talked_out_of(Demo.User outsider) {
        var form = dance.signIn(outsider).page().form();

        assertThat(dance.browser().post(form.fill("decision", "approve")).status())
                .isEqualTo(403);
        assertThat(dance.browser().submit(form.fill("organization", "acme")).status())
                .isEqualTo(403);

        assertThat(Audit.actions(dance.clientId())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void is_put_on_record_under_the_reference_that_the_page_shows(Demo.User outsider) {
        var reply = dance.signIn(outsider);

        Expect.page(reply, 403);
        assertThat(Audit.during(reply)).singleElement().satisfies(event -> {
            assertThat(event.getString("action")).isEqualTo("oauth.organization_missing");
            assertThat(event.getString("outcome")).isEqualTo("refused");
            assertThat(event.getString("userLabel")).isEqualTo(outsider.email());
        });
    }

    @Test
    void lets_somebody_else_sign_in_instead() {
        var page = dance.signIn(Demo.NOBODY);

        var signIn = dance.browser()
                .submit(dance.browser()
                        .open(page.page().link("Not you?"))
                        .page()
                        .form());
        var reply = dance.answer(dance.browser().signIn(signIn.page(), Demo.OWNER), "acme");

        assertThat(dance.redeem(OAuthDance.code(reply)).status()).isEqualTo(200);
    }

    @Test
    void keeps_trusted_clients_out_too() {
        assertThat(OAuthDance.trusted().signIn(Demo.EMPLOYEE).status()).isEqualTo(403);
    }

    @Test
    void does_not_concern_a_platform_admin() {
        assertThat(dance.signIn(Demo.ADMIN).status()).isEqualTo(200);
    }
}
