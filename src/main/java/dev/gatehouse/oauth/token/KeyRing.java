package dev.gatehouse.oauth.token;

import dev.gatehouse.platform.crypto.JwsKey;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All published keys at one time. Of each algorithm the one signs whose turn came last; the others only verify. */
record KeyRing(List<Entry> entries) {
    /** A key and when its turn to sign comes. */
    record Entry(JwsKey key, Instant signsFrom) {}

    /** The newest first; two that begin at once, by their ids. */
    KeyRing {
        entries = entries.stream()
                .sorted(Comparator.comparing(Entry::signsFrom)
                        .reversed()
                        .thenComparing(entry -> entry.key().id()))
                .toList();
    }

    /** Keys of which the first of each algorithm signs and the others never do. */
    static KeyRing inOrder(List<JwsKey> keys) {
        return new KeyRing(keys.stream()
                .map(key -> new Entry(key, first(keys, key) ? Instant.MIN : Instant.MAX))
                .toList());
    }

    private static boolean first(List<JwsKey> keys, JwsKey key) {
        return keys.stream()
                .filter(other -> other.algorithm() == key.algorithm())
                .findFirst()
                .filter(key::equals)
                .isPresent();
    }

    /** The entry whose turn it is; where the first turn is still to come by this node's clock, the first. */
    Entry signing(SigningAlgorithm algorithm, Instant now) {
        return of(algorithm)
                .filter(entry -> !entry.signsFrom().isAfter(now))
                .findFirst()
                .or(() -> of(algorithm).reduce((later, earlier) -> earlier))
                .orElseThrow(() -> new IllegalStateException("no signing key for " + algorithm));
    }

    /** The entry whose turn comes last. */
    Entry newest(SigningAlgorithm algorithm) {
        return of(algorithm)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no signing key for " + algorithm));
    }

    /** When the turn of a key ended, if it has been succeeded. */
    Optional<Instant> endedBy(Entry entry) {
        return of(entry.key().algorithm())
                .takeWhile(other -> !other.equals(entry))
                .reduce((later, next) -> next)
                .map(Entry::signsFrom);
    }

    Optional<JwsKey> byId(String id) {
        return entries.stream()
                .map(Entry::key)
                .filter(key -> key.id().equals(id))
                .findFirst();
    }

    List<Map<String, Object>> publicJwks() {
        return entries.stream().map(entry -> entry.key().publicJwk()).toList();
    }

    private Stream<Entry> of(SigningAlgorithm algorithm) {
        return entries.stream().filter(entry -> entry.key().algorithm() == algorithm);
    }
}
