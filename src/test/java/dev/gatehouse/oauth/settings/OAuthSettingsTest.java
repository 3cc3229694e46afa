package dev.gatehouse.oauth.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.platform.config.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthSettingsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void accepts_the_defaults() {
        assertThatCode(() -> settings(UnaryOperator.identity())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT60S", "PT5M"})
    void accepts_code_lifetimes_from_one_to_five_minutes(Duration lifetime) {
        assertThatCode(() -> settings(given -> given.code(lifetime))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59.999S", "PT5M0.001S", "PT0S", "PT-1M", "PT10M"})
    void refuses_code_lifetimes_beyond(Duration lifetime) {
        refuses(given -> given.code(lifetime), "gatehouse.oauth.code-lifetime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void refuses_lifetimes_that_are_over_before_they_begin(Duration lifetime) {
        refuses(given -> given.flow(lifetime), "lifetime");
        refuses(given -> given.access(lifetime), "lifetime");
        refuses(given -> given.refresh(lifetime), "lifetime");
    }

    @Test
    void refuses_lifetimes_that_outlast_everybody() {
        var tooLong = Duration.ofDays(3_651);

        refuses(given -> given.flow(tooLong), "lifetime");
        refuses(given -> given.access(tooLong), "lifetime");
        refuses(given -> given.refresh(tooLong), "lifetime");
    }

    @Test
    void refuses_a_grace_of_more_than_an_hour() {
        refuses(given -> given.grace(Duration.ofSeconds(3_601)), "gatehouse.oauth.refresh-token-grace");
    }

    @Test
    void refuses_another_canonical_resource_than_the_endpoint() {
        refuses(given -> given.resources(List.of("/other", "/mcp")), "gatehouse.oauth.resources");
    }

    @Test
    void accepts_that_no_refresh_token_is_taken_twice() {
        assertThatCode(() -> settings(given -> given.grace(Duration.ZERO))).doesNotThrowAnyException();
    }

    @Test
    void refuses_a_grace_that_lies_in_the_past() {
        refuses(given -> given.grace(Duration.ofSeconds(-1)), "gatehouse.oauth.refresh-token-grace");
    }

    @Test
    void refuses_to_protect_nothing() {
        refuses(given -> given.resources(List.of()), "gatehouse.oauth.resources");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mcp", "https://mcp.example.com/mcp", ""})
    void refuses_a_resource_that_is_no_path(String resource) {
        refuses(given -> given.resources(List.of("/mcp", resource)), "gatehouse.oauth.resources");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refuses_that_no_client_could_register(int maximum) {
        refuses(given -> given.redirectUris(maximum), "gatehouse.oauth.max-redirect-uris");
    }

    private static void refuses(UnaryOperator<Given> change, String key) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> settings(change))
                .withMessageStartingWith("Change ")
                .withMessageContaining(key);
    }

    private static OAuthSettings settings(UnaryOperator<Given> change) {
        var given = change.apply(
                new Given(MINUTE, MINUTE, MINUTE, MINUTE, Duration.ofSeconds(30), List.of("/mcp", "/mcp/"), 10));
        return new OAuthSettings(
                given.flow,
                given.code,
                given.access,
                given.refresh,
                Duration.ofDays(180),
                given.grace,
                given.resources,
                given.redirectUris);
    }

    private record Given(
            Duration flow,
            Duration code,
            Duration access,
            Duration refresh,
            Duration grace,
            List<String> resources,
            int redirectUris) {
        Given flow(Duration other) {
            return new Given(other, code, access, refresh, grace, resources, redirectUris);
        }

        Given code(Duration other) {
            return new Given(flow, other, access, refresh, grace, resources, redirectUris);
        }

        Given access(Duration other) {
            return new Given(flow, code, other, refresh, grace, resources, redirectUris);
        }

        Given refresh(Duration other) {
            return new Given(flow, code, access, other, grace, resources, redirectUris);
        }

        Given grace(Duration other) {
            return new Given(flow, code, access, refresh, other, resources, redirectUris);
        }

        Given resources(List<String> other) {
            return new Given(flow, code, access, refresh, grace, other, redirectUris);
        }

        Given redirectUris(int other) {
            return new Given(flow, code, access, refresh, grace, resources, other);
        }
    }
}
