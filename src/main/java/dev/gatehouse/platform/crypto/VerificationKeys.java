package dev.gatehouse.platform.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody else's public keys: a JWK set (RFC 7517 §5) by which to verify what they signed. */
public final class VerificationKeys {
    private static final int MAX_KEYS = 20;
    private static final int MIN_RSA_BITS = 2_048;
    private static final int MAX_RSA_BITS = 8_192;

    private final List<JWK> keys;

    private VerificationKeys(List<JWK> keys) {
        this.keys = keys;
    }

    /**
     * The set in a JWK set document; empty when it is none, or has a private or symmetric key, which nobody may
     * publish.
     */
    public static Optional<VerificationKeys> parse(String document) {
        try {
            var keys = JWKSet.parse(document).getKeys();
            return keys.size() <= MAX_KEYS && keys.stream().noneMatch(JWK::isPrivate)
                    ? Optional.of(new VerificationKeys(List.copyOf(keys)))
                    : Optional.empty();
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static VerificationKeys only(JWK key) {
        return new VerificationKeys(List.of(key));
    }

    /** Whether one of them has that id; a signature without an id may come from any. */
    public boolean knows(Optional<String> keyId) {
        return keyId.isEmpty()
                ? !keys.isEmpty()
                : keys.stream().anyMatch(key -> keyId.get().equals(key.getKeyID()));
    }

    /** The verifiers that a signature may be tried with: for its algorithm, and of its key id if it tells one. */
    Stream<JWSVerifier> verifiers(JWSAlgorithm algorithm, Optional<String> keyId) {
        return keys.stream()
                .filter(key -> keyId.isEmpty() || keyId.get().equals(key.getKeyID()))
                .filter(key -> key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                .filter(key -> key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                .flatMap(key -> verifier(key, algorithm).stream());
    }

    private static Optional<JWSVerifier> verifier(JWK key, JWSAlgorithm algorithm) {
        try {
            return switch (key) {
                case ECKey curve
                when JWSAlgorithm.Family.EC.contains(algorithm) -> Optional.of(new ECDSAVerifier(curve));
                case RSAKey rsa
                when JWSAlgorithm.Family.RSA.contains(algorithm)
                        && rsa.size() >= MIN_RSA_BITS
                        && rsa.size() <= MAX_RSA_BITS -> Optional.of(new RSASSAVerifier(rsa));
                default -> Optional.empty();
            };
        } catch (JOSEException e) {
            return Optional.empty();
        }
    }
}
