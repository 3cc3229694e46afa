package dev.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.platform.config.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedIssuerSettingsTest {
    private static TrustedIssuerSettings of(List<String> emailDomains) {
        return new TrustedIssuerSettings(
                "https://idp.example",
                Optional.of("https://idp.example/jwks"),
                Optional.empty(),
                "email",
                emailDomains,
                Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@acme.example", "A@ACME.example", " a@acme.example ", "\"a@b\"@acme.example"})
    void speaks_of_its_domains(String email) {
        assertThat(of(List.of("Acme.example")).speaksOf(email)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@sub.acme.example", "a@notacme.example", "a@acme.example.org", "a@acme.example@x", "a", "", "@"
            })
    void speaks_of_no_other(String email) {
        assertThat(of(List.of("acme.example", "globex.example")).speaksOf(email))
                .isFalse();
    }

    @Test
    void speaks_of_all_where_none_is_named() {
        assertThat(of(List.of()).speaksOf("a@acme.example")).isTrue();
    }

    @Test
    void refuses_an_address_as_a_domain() {
        assertThatThrownBy(() -> of(List.of("@acme.example")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("gatehouse.trusted-issuer.*.email-domains");
    }
}
