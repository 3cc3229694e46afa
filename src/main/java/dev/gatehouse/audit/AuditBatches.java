package dev.gatehouse.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Commits what happens at the same moment together: whoever's turn it is writes the records of all who wait. Each of
 * them goes on when its own has been committed, so nothing is answered that was not recorded. Two write at once: while
 * one waits for its commit, the next records go to the database.
 */
@ApplicationScoped
class AuditBatches {
    private static final int MAX_RECORDS = 500;

    /** A record on its way, and how it ended. */
    record Waiting(AuditRecord record, CompletableFuture<Void> written) {}

    @Inject
    AuditRecords records;

    final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore turns = new Semaphore(2);

    /** Returns when the record has been committed, or throws when it could not be. */
    void add(AuditRecord record) {
        var own = new Waiting(record, new CompletableFuture<>());
        waiting.add(own);
        while (!own.written().isDone()) {
            write(own);
        }
        requireWritten(own);
    }

    private void write(Waiting own) {
        turns.acquireUninterruptibly();
        try {
            var batch = next();
            if (!batch.isEmpty()) {
                write(batch);
                return;
            }
        } finally {
            turns.release();
        }
        // Nobody waits, so its record is on its way with somebody else's.
        own.written().handle((written, problem) -> written).join();
    }

    /**
     * What could not be committed together is tried once more alone: the reason may have been somebody else's record.
     */
    private void requireWritten(Waiting own) {
        if (own.written().isCompletedExceptionally()) {
            records.add(List.of(own.record()));
        }
    }

    private List<Waiting> next() {
        return Stream.generate(waiting::poll)
                .limit(MAX_RECORDS)
                .takeWhile(Objects::nonNull)
                .toList();
    }

    private void write(List<Waiting> batch) {
        try {
            records.add(batch.stream().map(Waiting::record).toList());
            batch.forEach(one -> one.written().complete(null));
            // A container may let the checked exceptions of a failed commit through.
        } catch (Exception | Error e) {
            batch.forEach(one -> one.written().completeExceptionally(e));
        }
    }
}
