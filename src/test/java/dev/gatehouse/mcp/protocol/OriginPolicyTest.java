package dev.gatehouse.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.platform.config.DeploymentSettings;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {
    private static final OriginPolicy PUBLIC = policy("https://mcp.example.com", "https://app.example.com");
    private static final OriginPolicy LOCAL = policy("http://localhost:8080");

    @Test
    void lets_programs_in_which_send_no_origin() {
        assertThat(PUBLIC.allows(headers(null, "mcp.example.com"))).isTrue();
        assertThat(LOCAL.allows(headers(null, "localhost:8080"))).isTrue();
    }

    @Test
    void lets_pages_of_its_own_in() {
        assertThat(PUBLIC.allows(headers("https://mcp.example.com", "mcp.example.com")))
                .isTrue();
    }

    @Test
    void lets_pages_in_that_the_operator_named() {
        assertThat(PUBLIC.allows(headers("https://app.example.com", "mcp.example.com")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://mcp.example.com",
                "https://mcp.example.com:8443",
                "https://mcp.example.com.evil.example",
                "https://sub.app.example.com",
                "http://localhost:6274",
                "null",
                "",
                "https://MCP.example.com",
                "*"
            })
    void keeps_other_pages_out_of_a_public_deployment(String origin) {
        assertThat(PUBLIC.allows(headers(origin, "mcp.example.com"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:6274", "http://127.0.0.1:5173", "http://[::1]:3000", "https://localhost"})
    void lets_pages_of_this_machine_into_a_deployment_on_it(String origin) {
        assertThat(LOCAL.allows(headers(origin, "localhost:8080"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost.evil.example",
                "http://localhost@evil.example",
                "null",
                "",
                "::",
                "http://127.0.0.1.nip.io",
                "file://"
            })
    void keeps_other_pages_out_of_a_deployment_on_this_machine(String origin) {
        assertThat(LOCAL.allows(headers(origin, "localhost:8080"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:8080"})
    void answers_to_names_of_this_machine(String host) {
        assertThat(LOCAL.allows(headers(null, host))).isTrue();
    }

    /** DNS rebinding: the browser takes the request for one to evil.example. */
    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "192.168.0.1:8080", "", "a b"})
    void does_not_answer_to_a_name_that_was_rebound_to_this_machine(String host) {
        assertThat(LOCAL.allows(headers(null, host))).isFalse();
        assertThat(LOCAL.allows(headers("http://localhost:8080", host))).isFalse();
    }

    private static OriginPolicy policy(String publicUrl, String... origins) {
        var policy = new OriginPolicy();
        policy.deployment = new DeploymentSettings(URI.create(publicUrl));
        policy.settings = new McpSettings(List.of(origins));
        return policy;
    }

    private static HttpHeaders headers(String origin, String host) {
        Map<String, String> values = new HashMap<>();
        values.put("Origin", origin);
        values.put("Host", host);
        return (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(), new Class<?>[] {HttpHeaders.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getHeaderString")) {
                        return values.get((String) arguments[0]);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
