package dev.gatehouse.platform.standing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Remembers for less than a second how things stand, for the requests of which there are many: what this node changes
 * counts at its next request, what another one changes within a second. What is not found is not remembered. Never to
 * be filled from another memory, since their times would add up.
 */
public final class Remembered<K, V> {
    private static final Duration KEPT = Duration.ofMillis(900);
    private static final int MAX_ANSWERS = 10_000;

    private record Answer<V>(V value, long change, long soughtAt) {}

    private final Cache<K, Answer<V>> answers = Caffeine.newBuilder()
            .maximumSize(MAX_ANSWERS)
            .expireAfterWrite(KEPT)
            .build();
    private final LongSupplier changes;
    private final Ticker time;

    Remembered(LongSupplier changes, Ticker time) {
        this.changes = changes;
        this.time = time;
    }

    /** The remembered answer, else what is found now. */
    public Optional<V> get(K key, Supplier<Optional<V>> find) {
        // Both read before the answer is sought: what changes meanwhile makes it old at once, and a long search ages
        // it.
        var change = changes.getAsLong();
        var now = time.read();
        var known = answers.getIfPresent(key);
        if (known != null && known.change() == change && now - known.soughtAt() < KEPT.toNanos()) {
            return Optional.of(known.value());
        }
        var found = find.get();
        found.ifPresent(value -> answers.put(key, new Answer<>(value, change, now)));
        return found;
    }
}
