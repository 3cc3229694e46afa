package dev.gatehouse.blackbox.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Browser;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person must see before they allow anything. */
class ConsentPageIT {

    @Test
    void shows_client_person_organization_and_where_it_leads() {
        var page = OAuthDance.register().signIn(Demo.OWNER);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Black-box test", "owner@acme.example", "Acme", "localhost");
        assertThat(page.page().form().buttons())
                .extracting(button -> button.getKey() + "=" + button.getValue())
                .containsExactly("decision=approve", "decision=deny");
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example/callback, app.example",
        "https://app.example:8443/callback, app.example",
        "http://127.0.0.1:3000/, 127.0.0.1",
        "cursor://anysphere.cursor/callback, cursor:"
    })
    void shows_whom_the_answer_goes_to(String redirectUri, String recipient) {
        assertThat(OAuthDance.register(redirectUri).signIn(Demo.OWNER).body())
                .contains("<strong>" + recipient + "</strong>");
    }

    @Test
    void shows_the_scopes_in_plain_words() {
        var reading = OAuthDance.register()
                .with("scope", "mcp:read")
                .signIn(Demo.OWNER)
                .body();
        var everything = OAuthDance.register()
                .with("scope", "mcp offline_access")
                .signIn(Demo.OWNER)
                .body();

        assertThat(reading).contains("<li>").doesNotContain("change").doesNotContain("mcp:read");
        assertThat(everything).contains("change", "Stay connected");
    }

    @Test
    void offers_somebody_else_to_sign_in_for_the_same_request() {
        var dance = OAuthDance.register();
        var consent = dance.signIn(Demo.OWNER);

        var signIn = dance.browser()
                .submit(dance.browser()
                        .open(consent.page().link("Not you?"))
                        .page()
                        .form());
        var other = dance.browser().signIn(signIn.page(), Demo.AUDITOR);

        assertThat(other.uri()).isEqualTo(consent.uri());
        assertThat(other.body()).contains("auditor@acme.example").doesNotContain("owner@acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</em></h1><form action=https://evil.example>",
                "&lt;b&gt;",
                "<!--",
                "{client.id}{#include layout}{/include}",
                "{{7*7}} ${7*7} #{7*7}"
            })
    void shows_a_hostile_client_name_as_text(String name) {
        var hostile = OAuthDance.register(
                Json.createObjectBuilder().add("client_name", name).build());

        requireHarmless(hostile.authorize(), name);
        requireHarmless(hostile.signIn(Demo.OWNER), name);
        requireHarmless(hostile.in(new Browser()).signIn(Demo.NOBODY), name);
    }

    @Test
    void tells_on_the_sign_in_page_what_will_be_connected() {
        assertThat(OAuthDance.register().authorize().body()).contains("to connect <strong>Black-box test</strong>");
    }

    @Test
    void cannot_be_framed_cached_or_scripted() {
        var reply = OAuthDance.register().signIn(Demo.OWNER);

        assertThat(reply.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'; form-action 'self' ");
        assertThat(reply.header("X-Frame-Options")).contains("DENY");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("Referrer-Policy")).contains("no-referrer");
        assertThat(reply.body()).doesNotContain("<script", "autofocus", "onload");
    }

    @Test
    void does_not_show_the_flow_cookie_the_code_challenge_or_the_state() {
        var dance = OAuthDance.register().with("state", "very-private-state");
        var reply = dance.signIn(Demo.OWNER);

        assertThat(reply.body()).doesNotContain("very-private-state");
        dance.browser()
                .cookies()
                .values()
                .forEach(secret -> assertThat(reply.body()).doesNotContain(secret));
    }

    private static void requireHarmless(Reply reply, String name) {
        assertThat(reply.body())
                .contains(name.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;"))
                .doesNotContain("<script", "<img", "https://evil.example>");
        assertThat(reply.page().forms())
                .allSatisfy(form -> assertThat(form.action()).startsWith("/"));
    }
}
