package dev.gatehouse.blackbox.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ConsentRaceIT {
    private final OAuthDance dance = OAuthDance.register();

    @RepeatedTest(3)
    void gives_one_code_however_often_somebody_clicks() {
        var form = dance.signIn(Demo.OWNER).page().form().press("decision", "approve");

        var replies = Race.of(64, () -> copy().post(form));

        var code = theOneRedirect(replies).location().parameter("code").orElseThrow();
        assertThat(dance.redeem(code).status()).isEqualTo(200);
        assertThat(Audit.actions(dance.clientId())).containsOnlyOnce("oauth.consent_given");
    }

    @RepeatedTest(3)
    void takes_the_first_of_yes_and_no() {
        var form = dance.signIn(Demo.OWNER).page().form();
        var turn = new AtomicInteger();

        var replies = Race.of(64, () -> copy().post(press(form, turn.getAndIncrement())));

        var answer = theOneRedirect(replies).location();
        assertThat(answer.parameter("code").isPresent())
                .isNotEqualTo(answer.parameter("error").isPresent());
        assertThat(Audit.actions(dance.clientId()).contains("oauth.consent_given"))
                .isEqualTo(answer.parameter("code").isPresent());
    }

    @Test
    void gives_a_trusted_client_one_code_however_often_the_page_is_loaded() {
        var trusted = OAuthDance.trusted();
        var flow = trusted.ask().location().text();
        trusted.browser().signIn(trusted.browser().open("/login").page(), Demo.OWNER);
        var cookies = trusted.browser().cookies();

        var replies = Race.of(64, () -> copy(cookies).open(flow));

        assertThat(trusted.redeem(OAuthDance.code(theOneRedirect(replies))).status())
                .isEqualTo(200);
    }

    @Test
    void lets_one_person_choose_organizations_in_many_tabs() {
        var form = dance.signIn(Demo.BOTH).page().form().press("organization", "acme");

        var replies = Race.of(64, () -> copy().post(form));

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(303));
    }

    private Browser copy() {
        return copy(dance.browser().cookies());
    }

    private static Browser copy(Map<String, String> cookies) {
        var browser = new Browser();
        browser.cookies().putAll(cookies);
        return browser;
    }

    private static Page.Form press(Page.Form form, int turn) {
        return form.press("decision", turn % 2 == 0 ? "approve" : "deny");
    }

    private static Reply theOneRedirect(List<Reply> replies) {
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isIn(303, 409, 410));
        assertThat(replies).filteredOn(reply -> reply.status() == 303).hasSize(1);
        return replies.stream()
                .filter(reply -> reply.status() == 303)
                .findFirst()
                .orElseThrow();
    }
}
