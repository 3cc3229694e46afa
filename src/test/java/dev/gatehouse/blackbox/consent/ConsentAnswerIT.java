package dev.gatehouse.blackbox.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Page;
import dev.gatehouse.blackbox.support.Reply;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentAnswerIT {
    private final OAuthDance dance = OAuthDance.register();
    private Reply consent;

    @BeforeEach
    void open() {
        consent = dance.signIn(Demo.OWNER);
    }

    @Test
    void leads_to_the_client_with_code_state_and_issuer_and_nothing_else() {
        var reply = answer("approve");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location().text())
                .matches(
                        "http://localhost:3000/callback\\?code=ghc_[A-Za-z0-9_-]{43}&state=a%20state%20%26%20more&iss=http%3A%2F%2F[^&]+");
        assertThat(reply.header("Referrer-Policy")).contains("no-referrer");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void is_put_on_record_when_it_is_yes() {
        answer("approve");

        assertThat(Audit.of(dance.clientId(), Demo.ACME_KEY))
                .filteredOn(event -> event.getString("action").equals("oauth.consent_given"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("userLabel")).isEqualTo("owner@acme.example");
                    assertThat(event.getString("outcome")).isEqualTo("success");
                    assertThat(event.getString("target")).isEqualTo("mcp");
                });
    }

    @Test
    void leads_back_without_a_code_when_it_is_no() {
        Expect.sentBack(answer("deny"), "access_denied");

        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
    }

    @Test
    void is_put_on_record_when_it_is_no() {
        assertThat(Audit.during(answer("deny"))).singleElement().satisfies(event -> {
            assertThat(event.getString("action")).isEqualTo("oauth.consent_denied");
            assertThat(event.getString("clientId")).isEqualTo(dance.clientId());
            assertThat(event.getString("userLabel")).isEqualTo("owner@acme.example");
        });
    }

    @Test
    void is_final_when_it_is_no() {
        answer("deny");

        Expect.page(answer("approve"), 410);
        Expect.page(dance.browser().open(consent.uri().toString()), 410);
        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
    }

    @Test
    void counts_once_when_it_is_sent_twice() {
        var first = answer("approve");
        var flowCookie = dance.browser().cookies();

        Expect.page(answer("approve"), 410);

        assertThat(flowCookie.keySet()).noneMatch(name -> name.startsWith("gatehouse_flow_"));
        assertThat(dance.redeem(OAuthDance.code(first)).status()).isEqualTo(200);
        assertThat(Audit.actions(dance.clientId())).containsOnlyOnce("oauth.consent_given");
    }

    @Test
    void counts_once_when_the_back_button_brings_the_form_back() {
        var form = consent.page().form().press("decision", "approve");
        var cookies = new LinkedHashMap<>(dance.browser().cookies());
        var first = dance.browser().post(form);
        dance.browser().cookies().putAll(cookies);

        Expect.page(dance.browser().post(form), 410);
        Expect.page(dance.browser().open(consent.uri().toString()), 410);

        assertThat(dance.redeem(OAuthDance.code(first)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "maybe", "APPROVE", "approve ", "reconsider"})
    void is_asked_for_again_when_it_is_neither(String decision) {
        var reply = dance.browser().post(form().fill("decision", decision));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("owner@acme.example");
        assertThat(answer("approve").location().parameter("code")).isPresent();
    }

    @Test
    void is_asked_for_again_the_next_time() {
        answer("approve");

        assertThat(dance.authorize().page().form().buttons()).isNotEmpty();
    }

    @Test
    void cannot_be_given_by_a_link() {
        var fields = form().fields();

        var reply = dance.browser()
                .open("/oauth/consent?flow=" + fields.get("flow") + "&csrf=" + fields.get("csrf")
                        + "&decision=approve");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Audit.actions(dance.clientId())).doesNotContain("oauth.consent_given");
    }

    private Page.Form form() {
        return consent.page().form();
    }

    private Reply answer(String decision) {
        return dance.browser().post(form().press("decision", decision));
    }
}
