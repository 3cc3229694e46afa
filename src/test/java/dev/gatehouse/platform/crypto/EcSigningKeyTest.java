package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcSigningKeyTest {
    private static final EcSigningKey KEY = EcSigningKey.generate();

    @Test
    void signs_what_another_library_verifies_with_the_public_half() throws Exception {
        var consumer = new JwtConsumerBuilder()
                .setVerificationKey(Jose.read(KEY).getKey())
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setExpectedType(true, "at+jwt")
                .build();

        var claims = consumer.processToClaims(KEY.sign("at+jwt", Map.of("sub", "somebody", "n", 7)));

        assertThat(claims.getClaimsMap()).containsOnly(Map.entry("sub", "somebody"), Map.entry("n", 7L));
    }

    @Test
    void publishes_its_use_algorithm_and_id() {
        assertThat(KEY.publicJwk())
                .containsEntry("kty", "EC")
                .containsEntry("crv", "P-256")
                .containsEntry("use", "sig")
                .containsEntry("alg", "ES256")
                .containsEntry("kid", KEY.id());
    }

    @Test
    void never_publishes_its_private_half() {
        assertThat(KEY.publicJwk()).doesNotContainKey("d");
        assertThat(KEY.privateJwk()).contains("\"d\":");
    }

    /** RFC 7638, as another library computes it. */
    @Test
    void is_called_by_its_thumbprint() throws Exception {
        assertThat(KEY.id()).isEqualTo(Jose.read(KEY).calculateBase64urlEncodedThumbprint("SHA-256"));
    }

    @Test
    void is_never_generated_twice() {
        assertThat(EcSigningKey.generate().id()).isNotEqualTo(KEY.id());
    }

    @Test
    void is_the_same_key_after_having_been_stored() {
        var stored = EcSigningKey.parse(KEY.privateJwk());

        assertThat(stored.publicJwk()).isEqualTo(KEY.publicJwk());
        assertThat(SignedJwt.verify(stored.sign("t", Map.of("n", 1L)), "t", id -> Optional.of(KEY)))
                .contains(Map.of("n", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "nonsense", "{\"kty\":\"oct\",\"k\":\"AAAA\"}"})
    void is_not_made_of_something_else(String text) {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> EcSigningKey.parse(text));
    }

    @Test
    void keeps_its_private_half_out_of_logs() {
        assertThat(KEY.toString()).doesNotContain("\"d\"");
    }
}
