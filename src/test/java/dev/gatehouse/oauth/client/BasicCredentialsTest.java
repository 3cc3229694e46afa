package dev.gatehouse.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    /** RFC 6749 §2.3.1. */
    @Test
    void reads_the_example_of_the_rfc() {
        assertThat(BasicCredentials.parse("Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3"))
                .hasValueSatisfying(credentials -> {
                    assertThat(credentials.userId()).isEqualTo("s6BhdRkqt3");
                    assertThat(credentials.password().reveal()).isEqualTo("7Fjfp0ZBr1KtDRbnfVdmIw");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic ", "BASIC ", "Basic   "})
    void knows_the_scheme_in_any_case(String scheme) {
        assertThat(BasicCredentials.parse(scheme + encode("id:secret"))).isPresent();
    }

    @Test
    void decodes_both_halves_as_forms() {
        assertThat(BasicCredentials.parse("Basic " + encode("a%3Ab:c+d%26%C3%A9")))
                .hasValueSatisfying(credentials -> {
                    assertThat(credentials.userId()).isEqualTo("a:b");
                    assertThat(credentials.password().reveal()).isEqualTo("c d&é");
                });
    }

    @Test
    void leaves_colons_in_the_secret() {
        assertThat(BasicCredentials.parse("Basic " + encode("id:a:b"))
                        .orElseThrow()
                        .password()
                        .reveal())
                .isEqualTo("a:b");
    }

    @Test
    void reads_an_empty_secret() {
        assertThat(BasicCredentials.parse("Basic " + encode("id:"))
                        .orElseThrow()
                        .password()
                        .reveal())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic !!",
                "Basic aWQ",
                "Basic OnNlY3JldA==",
                "Bearer aWQ6c2VjcmV0",
                "aWQ6c2VjcmV0"
            })
    void reads_nothing_else(String header) {
        assertThat(BasicCredentials.parse(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id:%", "id:%zz", "%:secret", "id:a\0b"})
    void reads_no_broken_encoding(String pair) {
        assertThat(BasicCredentials.parse("Basic " + encode(pair))).isEmpty();
    }

    /** Databases do not like it, and nobody has such an id. */
    @ParameterizedTest
    @ValueSource(strings = {"a%00b:secret", "id:%00"})
    void reads_no_encoded_nul(String pair) {
        assertThat(BasicCredentials.parse("Basic " + encode(pair))).isEmpty();
    }

    @Test
    void keeps_the_secret_out_of_logs() {
        assertThat(BasicCredentials.parse("Basic " + encode("id:secret")).toString())
                .doesNotContain("secret");
    }

    private static String encode(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
