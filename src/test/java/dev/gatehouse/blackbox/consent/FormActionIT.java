package dev.gatehouse.blackbox.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Chromium applies {@code form-action} to the redirect after the consent form, so each page names its flow's own
 * target.
 */
class FormActionIT {
    /** Content Security Policy Level 3 §2.3.1: a scheme, or a host of letters, digits and hyphens. */
    private static final String SOURCE = "([a-z][a-z0-9+.-]*:|https?://[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*(:[0-9]+)?)";

    @ParameterizedTest
    @CsvSource({
        "https://app.example/callback?a=b, https://app.example",
        "https://app.example:8443/callback, https://app.example:8443",
        "http://localhost:3000/callback, http://localhost:3000",
        "http://127.0.0.1:33418/, http://127.0.0.1:33418",
        "cursor://anysphere.cursor/callback, cursor:",
        "com.example.app:/callback, com.example.app:"
    })
    void names_the_target_on_every_page_that_leads_there(String redirectUri, String source) {
        var dance = OAuthDance.register(redirectUri);

        assertThat(formAction(dance.authorize())).isEqualTo("'self' " + source);
        assertThat(formAction(dance.signIn(Demo.OWNER))).isEqualTo("'self' " + source);
    }

    @Test
    void names_the_port_that_this_flow_uses() {
        var dance = OAuthDance.register("http://localhost:3000/callback")
                .with("redirect_uri", "http://localhost:51004/callback");

        assertThat(formAction(dance.signIn(Demo.OWNER))).isEqualTo("'self' http://localhost:51004");
    }

    @Test
    void names_the_target_on_the_organization_page() {
        assertThat(formAction(OAuthDance.register("https://app.example/").signIn(Demo.BOTH)))
                .isEqualTo("'self' https://app.example");
    }

    @Test
    void names_the_target_on_the_no_access_page() {
        assertThat(formAction(OAuthDance.register("https://app.example/").signIn(Demo.NOBODY)))
                .isEqualTo("'self' https://app.example");
    }

    @Test
    void names_the_target_again_after_a_wrong_password() {
        var dance = OAuthDance.register("https://app.example/");
        var form = dance.authorize()
                .page()
                .form()
                .fill("email", "owner@acme.example")
                .fill("password", "wrong");

        assertThat(formAction(dance.browser().post(form))).isEqualTo("'self' https://app.example");
    }

    /** An IPv6 literal is no source expression: browsers ignore it and block the redirect. */
    @Test
    void names_an_ipv6_target_by_an_expression_that_browsers_understand() {
        var target = formAction(
                        OAuthDance.register("http://[::1]:3000/callback").signIn(Demo.OWNER))
                .replace("'self' ", "");

        assertThat(target).matches(SOURCE).startsWith("http:");
    }

    @Test
    void names_no_target_outside_a_flow() {
        assertThat(formAction(OAuthDance.register().browser().open("/login"))).isEqualTo("'self'");
        assertThat(formAction(OAuthDance.register().browser().open("/login?return_to=/oauth/consent?flow=unknown")))
                .isEqualTo("'self'");
    }

    private static String formAction(Reply reply) {
        return reply.header("Content-Security-Policy").orElseThrow().split("form-action ")[1];
    }
}
