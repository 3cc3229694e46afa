package dev.gatehouse.platform.crypto;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The algorithms that we sign with (RFC 7518 §3.1): ES256 is fast and short, RS256 is what every client can verify. */
public enum SigningAlgorithm {
    ES256(JWSAlgorithm.ES256),
    RS256(JWSAlgorithm.RS256);

    private final JWSAlgorithm jws;

    SigningAlgorithm(JWSAlgorithm jws) {
        this.jws = jws;
    }

    /** The algorithm of exactly that name. */
    public static Optional<SigningAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst();
    }

    /** Every name, as metadata lists them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(SigningAlgorithm::name).toList();
    }

    JWSAlgorithm jws() {
        return jws;
    }
}
