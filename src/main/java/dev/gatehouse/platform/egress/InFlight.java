package dev.gatehouse.platform.egress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Has work done once for all who want it at the same time, by the first of them. */
public final class InFlight<T> {
    private final ConcurrentMap<String, CompletableFuture<T>> running = new ConcurrentHashMap<>();

    /** The result of the work that is under way for that key, or of this work if none is; also its exception. */
    public T join(String key, Supplier<T> work) {
        var mine = new CompletableFuture<T>();
        var theirs = running.putIfAbsent(key, mine);
        if (theirs != null) {
            return theirs.join();
        }
        try {
            mine.complete(work.get());
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
        } finally {
            running.remove(key, mine);
        }
        return mine.join();
    }
}
