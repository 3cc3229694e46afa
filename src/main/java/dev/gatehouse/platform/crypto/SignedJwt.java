package dev.gatehouse.platform.crypto;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a {@link JwsKey} of ours has signed: the claims, and the id of that key. */
public record SignedJwt(String keyId, Map<String, Object> claims) {
    private static final int MAX_LENGTH = 8_192;

    /**
     * Reads a genuine JWT of that type: the key's own algorithm, one type, a known key, no critical extensions (RFC
     * 8725 §3). Empty for anything else, whatever is wrong with it.
     */
    public static Optional<SignedJwt> verify(String compact, String type, Function<String, Optional<JwsKey>> keys) {
        if (compact.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var jws = JWSObject.parse(compact);
            return Optional.of(jws.getHeader())
                    .filter(header -> expected(header, type))
                    .flatMap(header -> keys.apply(header.getKeyID()))
                    .filter(key -> key.verifies(jws))
                    .flatMap(key -> Optional.ofNullable(jws.getPayload().toJSONObject())
                            .map(claims -> new SignedJwt(key.id(), claims)));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean expected(JWSHeader header, String type) {
        return Arrays.stream(SigningAlgorithm.values())
                        .anyMatch(known -> known.jws().equals(header.getAlgorithm()))
                && header.getType() != null
                && type.equals(header.getType().getType())
                && header.getKeyID() != null
                && header.getCriticalParams() == null;
    }
}
