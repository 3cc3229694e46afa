package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwsKeyTest {
    private static final Map<SigningAlgorithm, JwsKey> KEYS = new EnumMap<>(Map.of(
            SigningAlgorithm.ES256, JwsKey.generate(SigningAlgorithm.ES256),
            SigningAlgorithm.RS256, JwsKey.generate(SigningAlgorithm.RS256)));

    @ParameterizedTest
    @EnumSource
    void signs_what_another_library_verifies_with_the_public_half(SigningAlgorithm algorithm) throws Exception {
        var key = KEYS.get(algorithm);
        var consumer = new JwtConsumerBuilder()
                .setVerificationKey(Jose.read(key).getKey())
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithm.name())
                .setExpectedType(true, "at+jwt")
                .build();

        var claims = consumer.processToClaims(key.sign("at+jwt", Map.of("sub", "somebody", "n", 7)));

        assertThat(claims.getClaimsMap()).containsOnly(Map.entry("sub", "somebody"), Map.entry("n", 7L));
    }

    @Test
    void publishes_its_use_algorithm_and_id() {
        var key = KEYS.get(SigningAlgorithm.ES256);

        assertThat(key.publicJwk())
                .containsEntry("kty", "EC")
                .containsEntry("crv", "P-256")
                .containsEntry("use", "sig")
                .containsEntry("alg", "ES256")
                .containsEntry("kid", key.id());
    }

    @Test
    void publishes_the_same_of_an_rsa_key() {
        var key = KEYS.get(SigningAlgorithm.RS256);

        assertThat(key.publicJwk().keySet()).containsExactlyInAnyOrder("kty", "n", "e", "use", "alg", "kid");
        assertThat(key.publicJwk())
                .containsEntry("kty", "RSA")
                .containsEntry("alg", "RS256")
                .containsEntry("kid", key.id());
    }

    @ParameterizedTest
    @EnumSource
    void never_publishes_its_private_half(SigningAlgorithm algorithm) {
        var key = KEYS.get(algorithm);

        assertThat(key.publicJwk()).doesNotContainKeys("d", "p", "q", "dp", "dq", "qi");
        assertThat(key.privateJwk()).contains("\"d\":");
    }

    /** RFC 7638, as another library computes it. */
    @ParameterizedTest
    @EnumSource
    void is_called_by_its_thumbprint(SigningAlgorithm algorithm) throws Exception {
        var key = KEYS.get(algorithm);

        assertThat(key.id()).isEqualTo(Jose.read(key).calculateBase64urlEncodedThumbprint("SHA-256"));
    }

    @ParameterizedTest
    @EnumSource
    void is_never_generated_twice(SigningAlgorithm algorithm) {
        assertThat(JwsKey.generate(algorithm).id())
                .isNotEqualTo(KEYS.get(algorithm).id());
    }

    @ParameterizedTest
    @EnumSource
    void is_the_same_key_after_having_been_stored(SigningAlgorithm algorithm) {
        var key = KEYS.get(algorithm);
        var stored = JwsKey.parse(key.privateJwk());

        assertThat(stored.publicJwk()).isEqualTo(key.publicJwk());
        assertThat(stored.algorithm()).isEqualTo(algorithm);
        assertThat(SignedJwt.verify(stored.sign("t", Map.of("n", 1L)), "t", id -> Optional.of(key)))
                .contains(new SignedJwt(key.id(), Map.of("n", 1L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "nonsense", "{\"kty\":\"oct\",\"k\":\"AAAA\"}"})
    void is_not_made_of_something_else(String text) {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> JwsKey.parse(text));
    }

    @ParameterizedTest
    @EnumSource
    void keeps_its_private_half_out_of_logs(SigningAlgorithm algorithm) {
        assertThat(KEYS.get(algorithm).toString()).doesNotContain("\"d\"");
    }
}
