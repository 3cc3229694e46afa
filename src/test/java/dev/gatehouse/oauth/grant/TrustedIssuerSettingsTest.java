package dev.gatehouse.oauth.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatehouse.platform.config.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedIssuerSettingsTest {
    private static final String ISSUER = "https://idp.example";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private static TrustedIssuerSettings of(List<String> emailDomains) {
        return of(ISSUER, Optional.of(ISSUER + "/jwks"), Optional.empty(), emailDomains, LIFETIME);
    }

    private static TrustedIssuerSettings of(
            String issuer,
            Optional<String> jwksUri,
            Optional<String> jwks,
            List<String> emailDomains,
            Duration lifetime) {
        return new TrustedIssuerSettings(issuer, jwksUri, jwks, "email", emailDomains, lifetime);
    }

    private static void requireRefused(String key, ThrowingCallable settings) {
        assertThatThrownBy(settings)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("gatehouse.trusted-issuer.*." + key);
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
        requireRefused("email-domains", () -> of(List.of("@acme.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://idp.example", "https://idp.example/tenant", "http://localhost:8081"})
    void may_be_an_https_url_or_this_machine(String issuer) {
        assertThat(of(issuer, Optional.of(issuer + "/jwks"), Optional.empty(), List.of(), LIFETIME)
                        .issuer())
                .isEqualTo(issuer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"idp.example", "http://idp.example", "http://localhost.evil.example", "https:///x", "a b", ""})
    void refuses_urls_that_are_not_https(String url) {
        requireRefused("issuer", () -> of(url, Optional.of(ISSUER + "/jwks"), Optional.empty(), List.of(), LIFETIME));
        requireRefused("jwks-uri", () -> of(ISSUER, Optional.of(url), Optional.empty(), List.of(), LIFETIME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}]}"
            })
    void refuses_a_set_without_public_keys(String jwks) {
        requireRefused("jwks", () -> of(ISSUER, Optional.empty(), Optional.of(jwks), List.of(), LIFETIME));
    }

    @Test
    void takes_a_set_of_public_keys() throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK();
        var jwks = new JWKSet(key).toString();

        assertThat(of(ISSUER, Optional.empty(), Optional.of(jwks), List.of(), LIFETIME)
                        .jwks())
                .contains(jwks);
    }

    @Test
    void refuses_keys_in_two_places_or_none() {
        requireRefused("jwks-uri", () -> of(ISSUER, Optional.empty(), Optional.empty(), List.of(), LIFETIME));
        requireRefused("jwks-uri", () -> of(ISSUER, Optional.of(ISSUER), Optional.of("{}"), List.of(), LIFETIME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT1H0.001S", "P1D"})
    void refuses_assertions_that_are_good_for_too_long_or_never(Duration lifetime) {
        requireRefused(
                "assertion-lifetime", () -> of(ISSUER, Optional.of(ISSUER), Optional.empty(), List.of(), lifetime));
    }
}
