package dev.gatehouse.blackbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One endpoint, and every way in. */
class AcceptedCredentialIT {
    private static String token;

    @BeforeAll
    static void connect() {
        token = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");
    }

    @Test
    void an_access_token_as_bearer() {
        assertThat(credential(request -> request.bearer(token))).isEqualTo("oauth_token");
    }

    @Test
    void an_api_key_as_bearer() {
        assertThat(credential(request -> request.bearer(Demo.ACME_KEY))).isEqualTo("api_key");
    }

    @Test
    void an_api_key_in_its_own_header() {
        assertThat(credential(request -> request.header("X-API-Key", Demo.ACME_KEY)))
                .isEqualTo("api_key");
    }

    @Test
    void the_same_api_key_in_both_headers() {
        assertThat(credential(request -> request.bearer(Demo.ACME_KEY).header("X-API-Key", Demo.ACME_KEY)))
                .isEqualTo("api_key");
    }

    /** RFC 9110 §11.1 and §5.1: neither schemes nor header names have a case. */
    @ParameterizedTest
    @ValueSource(strings = {"bearer", "BEARER", "Bearer ", "beaReR"})
    void the_scheme_in_any_case(String scheme) {
        assertThat(credential(request -> request.header("Authorization", scheme + " " + token)))
                .isEqualTo("oauth_token");
        assertThat(credential(request -> request.header("authorization", scheme + " " + Demo.ACME_KEY)))
                .isEqualTo("api_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-api-key", "X-API-KEY", "X-Api-Key"})
    void the_key_header_in_any_case(String header) {
        assertThat(credential(request -> request.header(header, Demo.ACME_KEY))).isEqualTo("api_key");
    }

    @Test
    void a_browser_cookie_beside_it_does_not_matter() {
        assertThat(credential(request -> request.bearer(token).header("Cookie", "gatehouse_session=x")))
                .isEqualTo("oauth_token");
    }

    private static String credential(UnaryOperator<Http> presented) {
        return Whoami.of(presented.apply(Http.post("/mcp"))).getString("credential");
    }
}
