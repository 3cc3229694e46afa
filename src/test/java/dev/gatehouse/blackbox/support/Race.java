package dev.gatehouse.blackbox.support;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Many who do the same at once. */
public final class Race {
    private Race() {}

    /** Runs an action in that many threads, released together on the server under test; gives back every outcome. */
    public static <T> List<T> of(int runners, Supplier<T> action) {
        var start = new CountDownLatch(1);
        var here = Sut.here(action);
        try (var pool = Executors.newFixedThreadPool(runners)) {
            var outcomes = IntStream.range(0, runners)
                    .mapToObj(runner -> pool.submit(() -> {
                        start.await();
                        return here.get();
                    }))
                    .toList();
            start.countDown();
            return outcomes.stream().map(Race::outcome).toList();
        }
    }

    private static <T> T outcome(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
