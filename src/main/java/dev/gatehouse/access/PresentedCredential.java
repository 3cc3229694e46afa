package dev.gatehouse.access;

import dev.gatehouse.identity.apikey.ApiKeyFormat;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a request carries to say who calls, before anybody has checked it. */
public sealed interface PresentedCredential {
    /** An API key, from {@code X-API-Key} or, by its prefix, from {@code Authorization: Bearer}. */
    record ApiKey(Secret key) implements PresentedCredential {}

    /** What may be an access token (RFC 6750 §2.1). */
    record BearerToken(Secret token) implements PresentedCredential {}

    /** An access token that is bound to a key, with the headers that shall prove the key (RFC 9449 §7.1). */
    record DpopToken(Secret token, List<String> proofs) implements PresentedCredential {}

    /** The cookie of a browser in which somebody is signed in, where the path takes one. */
    record Session(Secret cookie) implements PresentedCredential {}

    /** An {@code Authorization} header or service token that no verifier here reads. */
    record Unsupported() implements PresentedCredential {}

    /** Nothing. */
    record None() implements PresentedCredential {}

    /** More than one; guessing which was meant would be a hole. */
    record Ambiguous() implements PresentedCredential {}

    /** The same where a session cookie counts, if there is one. */
    static PresentedCredential in(MultivaluedMap<String, String> headers, Optional<Secret> session) {
        var other = in(headers);
        return session.<PresentedCredential>map(cookie -> other instanceof None ? new Session(cookie) : new Ambiguous())
                .orElse(other);
    }

    /** The credential in the headers of a request. The same key sent in both headers is one credential. */
    static PresentedCredential in(MultivaluedMap<String, String> headers) {
        Set<String> bearers = new LinkedHashSet<>();
        Set<String> bound = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (var value : values(headers, HttpHeaders.AUTHORIZATION)) {
            var parts = value.split(" ", 2);
            switch (parts.length < 2 ? "" : parts[0].toLowerCase(Locale.ROOT)) {
                case "bearer" -> bearers.add(parts[1].strip());
                case "dpop" -> bound.add(parts[1].strip());
                default -> others.add(value);
            }
        }
        var keys = new LinkedHashSet<>(values(headers, "X-API-Key"));
        values(headers, "X-Service-Token").forEach(others::add);
        var all = new LinkedHashSet<>(bearers);
        all.addAll(keys);
        if (all.size() + bound.size() + others.size() > 1) {
            return new Ambiguous();
        }
        if (!others.isEmpty()) {
            return new Unsupported();
        }
        if (!bound.isEmpty()) {
            return new DpopToken(new Secret(bound.iterator().next()), values(headers, "DPoP"));
        }
        return all.stream()
                .findFirst()
                .map(value -> one(value, !keys.isEmpty()))
                .orElseGet(None::new);
    }

    private static PresentedCredential one(String value, boolean inKeyHeader) {
        return inKeyHeader || value.startsWith(ApiKeyFormat.PREFIX)
                ? new ApiKey(new Secret(value))
                : new BearerToken(new Secret(value));
    }

    private static List<String> values(MultivaluedMap<String, String> headers, String name) {
        var values = headers.get(name);
        return values == null ? List.of() : values.stream().map(String::strip).toList();
    }
}
