package dev.gatehouse.platform.crypto;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Verification of what {@link EcSigningKey} signed: one algorithm, one type, a known key, no critical extensions (RFC
 * 8725 §3).
 */
public final class SignedJwt {
    private static final int MAX_LENGTH = 8_192;

    private SignedJwt() {}

    /** The claims of a genuine JWT of that type; empty for anything else, whatever is wrong with it. */
    public static Optional<Map<String, Object>> verify(
            String compact, String type, Function<String, Optional<EcSigningKey>> keys) {
        if (compact.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var jws = JWSObject.parse(compact);
            var header = jws.getHeader();
            var expected = JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    && header.getType() != null
                    && type.equals(header.getType().getType())
                    && header.getKeyID() != null
                    && header.getCriticalParams() == null;
            return expected
                            && keys.apply(header.getKeyID())
                                    .filter(key -> key.verifies(jws))
                                    .isPresent()
                    ? Optional.ofNullable(jws.getPayload().toJSONObject())
                    : Optional.empty();
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
