package dev.gatehouse.platform.crypto;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The claims of a JWT (RFC 7519 §4), each read as the type that it must have: a claim of another type counts as absent.
 */
public record JwtClaims(Map<String, Object> values) {

    /** A claim that is a non-empty string. */
    public Optional<String> string(String name) {
        return values.get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** A claim that is a NumericDate (RFC 7519 §2). */
    public Optional<Instant> instant(String name) {
        return values.get(name) instanceof Number seconds
                        && Math.abs(seconds.doubleValue()) < Instant.MAX.getEpochSecond()
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    /** A claim that is a boolean and true. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** The audiences, of which a JWT may name one as a string or several as an array (RFC 7519 §4.1.3). */
    public List<String> audiences() {
        return switch (values.get("aud")) {
            case String one -> List.of(one);
            case List<?> several -> several.stream().map(Objects::toString).toList();
            case null, default -> List.of();
        };
    }
}
