package dev.gatehouse.oauth.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientDocumentSettingsTest {

    @Test
    void permits_every_host_unless_somebody_says_otherwise() {
        assertThat(settings(List.of(), List.of()).permits("app.example")).isTrue();
    }

    @Test
    void permits_listed_hosts_only_where_there_is_a_list() {
        var settings = settings(List.of("claude.ai", "*.example.com"), List.of());

        assertThat(settings.permits("claude.ai")).isTrue();
        assertThat(settings.permits("a.b.example.com")).isTrue();
        assertThat(settings.permits("example.com")).isFalse();
        assertThat(settings.permits("evil-example.com")).isFalse();
        assertThat(settings.permits("claude.ai.evil.example")).isFalse();
        assertThat(settings.permits("xclaude.ai")).isFalse();
    }

    @Test
    void a_denial_outweighs() {
        var settings = settings(List.of("*.example.com"), List.of("Bad.example.com"));

        assertThat(settings.permits("good.example.com")).isTrue();
        assertThat(settings.permits("bad.example.com")).isFalse();
    }

    private static ClientDocumentSettings settings(List<String> allowed, List<String> denied) {
        return new ClientDocumentSettings(true, allowed, denied, Optional.empty());
    }
}
