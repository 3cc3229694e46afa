package dev.gatehouse.oauth.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.crypto.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PkceTest {
    /** RFC 7636, Appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void accepts_the_example_of_the_rfc() {
        assertThatCode(() -> Pkce.verify(VERIFIER, CHALLENGE)).doesNotThrowAnyException();
    }

    @Test
    void refuses_another_verifier() {
        refuses(VERIFIER.replace('d', 'e'), CHALLENGE);
    }

    @Test
    void refuses_the_challenge_itself_as_verifier() {
        refuses(CHALLENGE, CHALLENGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {43, 44, 127, 128})
    void accepts_every_length_of_the_rfc(int length) {
        var verifier = "v".repeat(length);

        assertThatCode(() -> Pkce.verify(verifier, Digests.sha256(verifier))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 42, 129, 10_000})
    void refuses_other_lengths_although_the_hash_is_right(int length) {
        var verifier = "v".repeat(length);

        refuses(verifier, Digests.sha256(verifier));
    }

    @Test
    void accepts_every_unreserved_character() {
        var verifier = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

        assertThatCode(() -> Pkce.verify(verifier, Digests.sha256(verifier))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "+", "/", "=", "%", "é", "\n", "\0"})
    void refuses_other_characters_although_the_hash_is_right(String character) {
        var verifier = "v".repeat(43) + character;

        refuses(verifier, Digests.sha256(verifier));
    }

    private static void refuses(String verifier, String challenge) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> Pkce.verify(verifier, challenge))
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(OAuthError.INVALID_GRANT))
                .satisfies(refusal -> assertThat(refusal.description()).doesNotContain(challenge));
    }
}
