package dev.gatehouse.platform.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A JWT that somebody else signed (RFC 7519), as far as it can be read before its signature is checked: compact, one of
 * our algorithms, no critical extensions, no encryption (RFC 8725 §3).
 */
public final class ForeignJwt {
    /** The signature algorithms that we verify: none that a public key could forge (RFC 8725 §3.1). */
    public static final List<String> ALGORITHMS = List.of("ES256", "RS256", "PS256");

    private static final int MAX_LENGTH = 16_384;

    private final JWSObject jws;
    private final JwtClaims claims;

    private ForeignJwt(JWSObject jws, JwtClaims claims) {
        this.jws = jws;
        this.claims = claims;
    }

    /** The JWT in its compact form; empty for anything that is none or that we would not verify. */
    public static Optional<ForeignJwt> parse(String compact) {
        if (compact.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var jws = JWSObject.parse(compact);
            var header = jws.getHeader();
            var claims = jws.getPayload().toJSONObject();
            return claims != null
                            && ALGORITHMS.contains(header.getAlgorithm().getName())
                            && header.getCriticalParams() == null
                            && header.isBase64URLEncodePayload()
                    ? Optional.of(new ForeignJwt(jws, new JwtClaims(claims)))
                    : Optional.empty();
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The {@code typ} of the header in lower case; empty text without one. */
    public String type() {
        var type = jws.getHeader().getType();
        return type == null ? "" : type.getType().toLowerCase(Locale.ROOT);
    }

    /** The id of the key that is said to have signed it. */
    public Optional<String> keyId() {
        return Optional.ofNullable(jws.getHeader().getKeyID());
    }

    /** The claims: somebody's word until {@link #signedBy}. */
    public JwtClaims claims() {
        return claims;
    }

    /** Whether one of those keys signed it. */
    public boolean signedBy(VerificationKeys keys) {
        return keys.verifiers(algorithm(), keyId()).anyMatch(this::verifies);
    }

    /**
     * The thumbprint (RFC 7638) of the public key in its own header, if that is the key that signed it (RFC 9449 §4.3).
     */
    public Optional<String> thumbprintOfOwnKey() {
        var key = jws.getHeader().getJWK();
        if (key == null || key.isPrivate()) {
            return Optional.empty();
        }
        try {
            return VerificationKeys.only(key)
                            .verifiers(algorithm(), Optional.empty())
                            .anyMatch(this::verifies)
                    ? Optional.of(key.computeThumbprint().toString())
                    : Optional.empty();
        } catch (JOSEException e) {
            return Optional.empty();
        }
    }

    private JWSAlgorithm algorithm() {
        return jws.getHeader().getAlgorithm();
    }

    private boolean verifies(JWSVerifier verifier) {
        try {
            return jws.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }
}
