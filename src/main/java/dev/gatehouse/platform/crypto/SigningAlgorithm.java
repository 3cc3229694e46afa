package dev.gatehouse.platform.crypto;

import com.nimbusds.jose.JWSAlgorithm;

/** The algorithms that we sign with (RFC 7518 §3.1): ES256 is fast and short, RS256 is what every client can verify. */
public enum SigningAlgorithm {
    ES256(JWSAlgorithm.ES256),
    RS256(JWSAlgorithm.RS256);

    private final JWSAlgorithm jws;

    SigningAlgorithm(JWSAlgorithm jws) {
        this.jws = jws;
    }

    JWSAlgorithm jws() {
        return jws;
    }
}
