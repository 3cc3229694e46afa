package dev.gatehouse.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://mcp.example.com", "https://mcp.example.com:8443", "https://localhost"})
    void accepts_https(String url) {
        assertThat(settings(url).https()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"})
    void accepts_http_on_this_machine(String url) {
        assertThat(settings(url).loopback()).isTrue();
        assertThat(settings(url).https()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mcp.example.com",
                "http://localhost.evil.com",
                "http://192.168.0.1",
                "http://0.0.0.0:8080",
                "ftp://localhost",
                "HTTP://mcp.example.com"
            })
    void refuses_http_that_others_can_reach(String url) {
        refuses(url, "must use https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mcp.example.com/",
                "https://mcp.example.com/gatehouse",
                "https://mcp.example.com?x=y",
                "http://localhost:8080/"
            })
    void refuses_more_than_an_origin(String url) {
        refuses(url, "must be a bare origin, without a path or a trailing slash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mcp.example.com",
                "/mcp",
                "localhost:8080",
                "https:///mcp",
                "mailto:admin@example.com",
                "https://user:password@mcp.example.com",
                "https://mcp.example.com#top",
                "https://under_score.example.com",
                ""
            })
    void refuses_what_is_no_absolute_url(String url) {
        refuses(url, "is not an absolute URL such as https://mcp.example.com");
    }

    @Test
    void builds_urls_from_nothing_but_the_public_one() {
        assertThat(settings("https://mcp.example.com").url("/mcp")).isEqualTo("https://mcp.example.com/mcp");
    }

    @Test
    void is_not_loopback_because_it_is_https() {
        assertThat(settings("https://mcp.example.com").loopback()).isFalse();
    }

    private static DeploymentSettings settings(String url) {
        return new DeploymentSettings(URI.create(url));
    }

    private static void refuses(String url, String why) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> settings(url))
                .withMessageStartingWith("Change gatehouse.public-url: '" + url + "'")
                .withMessageContaining(why);
    }
}
