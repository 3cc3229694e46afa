package dev.gatehouse.blackbox.rfc9126;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Race;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pushed request is one request: its client's, and used up by the first browser that brings it. */
class PushedRequestUseIT {
    private final OAuthDance dance = OAuthDance.register();

    @Test
    void goes_all_the_way_to_tokens() {
        var page = dance.browser().visit(dance.pushedPath());
        var redirect = dance.answer(dance.browser().signIn(page.page(), Demo.OWNER), "acme");

        assertThat(redirect.location().text()).startsWith(OAuthDance.REDIRECT_URI + "?code=");
        assertThat(redirect.location().parameter("state")).contains(OAuthDance.STATE);
        var token = dance.redeem(OAuthDance.code(redirect)).json().getString("access_token");
        Expect.accepted(token);
    }

    @Test
    void is_read_as_it_was_pushed_whatever_stands_beside_the_reference() {
        var path = dance.with("scope", "mcp:read").pushedPath()
                + "&scope=mcp&state=other&response_type=token&redirect_uri=https%3A%2F%2Fevil.example"
                + "&code_challenge=x&prompt=none&request=x";

        var page = dance.browser().visit(path);
        var redirect = dance.answer(dance.browser().signIn(page.page(), Demo.OWNER), "acme");

        assertThat(redirect.location().text()).startsWith(OAuthDance.REDIRECT_URI + "?code=");
        assertThat(redirect.location().parameter("state")).contains(OAuthDance.STATE);
        assertThat(dance.redeem(OAuthDance.code(redirect)).json().getString("scope"))
                .isEqualTo("mcp:read");
    }

    @Test
    void is_used_up_by_the_sign_in_page() {
        var path = dance.pushedPath();
        dance.browser().visit(path);

        requireWorthless(path);
    }

    @Test
    void is_used_up_by_a_silent_refusal() {
        var path = dance.with("prompt", "none").pushedPath();
        Expect.sentBack(dance.browser().open(path), "login_required");

        requireWorthless(path);
    }

    @Test
    void is_used_up_by_a_decline() {
        var path = dance.pushedPath();
        var consent = dance.browser().signIn(dance.browser().visit(path).page(), Demo.OWNER);
        Expect.sentBack(dance.browser().post(consent.page().form().press("decision", "deny")), "access_denied");

        requireWorthless(path);
    }

    @Test
    void is_used_up_when_the_back_button_brings_it_again() {
        var path = dance.pushedPath();
        dance.browser().visit(path);
        var cookies = new LinkedHashMap<>(dance.browser().cookies());

        Expect.page(dance.browser().open(path), 400);

        assertThat(dance.browser().cookies()).isEqualTo(cookies);
    }

    @Test
    void leaves_the_flow_that_it_began_alone_when_it_is_brought_again() {
        var path = dance.pushedPath();
        var signIn = dance.browser().visit(path);
        Expect.page(new Browser().open(path), 400);

        var redirect = dance.answer(dance.browser().signIn(signIn.page(), Demo.OWNER), "acme");

        assertThat(dance.redeem(OAuthDance.code(redirect)).status()).isEqualTo(200);
    }

    @RepeatedTest(3)
    void begins_one_flow_however_many_bring_it_at_once() {
        var path = dance.pushedPath();

        var replies = Race.of(64, () -> new Browser().open(path));

        assertThat(replies).filteredOn(reply -> reply.status() == 303).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 303)
                .hasSize(63)
                .allSatisfy(reply -> Expect.page(reply, 400));
    }

    @Test
    void is_worth_nothing_to_another_client_and_not_used_up_by_it() {
        var requestUri = dance.push().json().getString("request_uri");
        var thief = OAuthDance.register();

        var refused = thief.browser().open(thief.pushedPath(requestUri));

        Expect.page(refused, 400);
        assertThat(thief.browser().cookies()).isEmpty();
        assertThat(dance.browser().open(dance.pushedPath(requestUri)).status()).isEqualTo(303);
    }

    @Test
    void cannot_be_brought_without_naming_the_client() {
        var path = dance.pushedPath();

        Expect.page(Http.get(path.replaceAll("client_id=[^&]*&?", "")).send(), 400);

        assertThat(dance.browser().open(path).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "' or '1'='1",
                "<script>alert(1)</script>",
                "\uD83D\uDEAA"
            })
    void cannot_be_guessed(String guess) {
        var reply = dance.browser().open(dance.pushedPath("urn:ietf:params:oauth:request_uri:" + guess));

        Expect.page(reply, 400);
        assertThat(reply.body()).doesNotContain("<script");
        assertThat(dance.browser().cookies()).isEmpty();
    }

    @Test
    void leaves_a_record_when_it_is_brought_again() {
        var path = dance.pushedPath();
        dance.browser().visit(path);

        assertThat(Audit.during(dance.browser().open(path)))
                .extracting(event -> event.getString("action"))
                .contains("page.refused");
    }

    private void requireWorthless(String path) {
        var again = new Browser();
        Expect.page(again.open(path), 400);
        Expect.page(dance.browser().open(path), 400);
        assertThat(again.cookies()).isEmpty();
    }
}
