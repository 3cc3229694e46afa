package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditBatchesTest {
    private static final int CALLERS = 64;

    private final KeptRecords kept = new KeptRecords();
    private final AuditBatches batches = new AuditBatches();

    AuditBatchesTest() {
        batches.records = kept;
    }

    @Test
    void has_written_a_record_when_it_returns() {
        var record = record();

        batches.add(record);

        assertThat(kept.committed).containsExactly(List.of(record));
    }

    @Test
    void writes_together_what_came_while_it_wrote() {
        kept.hold();
        var first = CompletableFuture.runAsync(() -> batches.add(record()));
        kept.awaitFirst();
        var others = callers(CALLERS);
        // One more writes already; the others wait for either.
        while (batches.waiting.size() < CALLERS - 1) {
            Thread.onSpinWait();
        }
        kept.release();

        Stream.concat(Stream.of(first), others).forEach(CompletableFuture::join);

        assertThat(kept.committed.stream().mapToInt(List::size).sum()).isEqualTo(CALLERS + 1);
        assertThat(kept.committed).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void tells_the_caller_when_a_record_could_not_be_written() {
        kept.fail();

        assertThatThrownBy(() -> batches.add(record())).hasMessage("the database is gone");
    }

    @Test
    void keeps_nobody_waiting_when_the_commit_fails_for_all() {
        kept.fail();

        assertThat(callers(CALLERS))
                .allSatisfy(caller -> assertThatThrownBy(caller::join).hasRootCauseMessage("the database is gone"));
    }

    @Test
    void writes_each_alone_where_they_cannot_be_written_together() {
        kept.refuseBatches();

        callers(CALLERS).forEach(CompletableFuture::join);

        assertThat(kept.committed).hasSize(CALLERS);
    }

    @Test
    void goes_on_after_a_failure() {
        kept.fail();
        assertThatThrownBy(() -> batches.add(record())).hasMessage("the database is gone");
        kept.recover();

        batches.add(record());

        assertThat(kept.committed).hasSize(1);
    }

    private Stream<CompletableFuture<Void>> callers(int number) {
        var all = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> batches.add(record()), Thread::startVirtualThread))
                .limit(number)
                .toList();
        return all.stream();
    }

    private static AuditRecord record() {
        return new AuditRecord(AuditEvent.done(PageAction.REFUSED, AuditSubject.anonymous(), "/"), Instant.now());
    }

    /** As a transaction interceptor does with the checked exceptions of a commit. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> void throwUnchecked(Exception exception) throws E {
        throw (E) exception;
    }

    /** Records as a database would have committed them, batch by batch. */
    private static final class KeptRecords extends AuditRecords {
        private final ConcurrentLinkedQueue<List<AuditRecord>> committed = new ConcurrentLinkedQueue<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile boolean gone;
        private volatile boolean single;

        @Override
        void add(List<AuditRecord> records) {
            begun.countDown();
            await(gate);
            if (gone || (single && records.size() > 1)) {
                AuditBatchesTest.<RuntimeException>throwUnchecked(new IOException("the database is gone"));
            }
            committed.add(records);
        }

        void hold() {
            gate = new CountDownLatch(1);
        }

        void release() {
            gate.countDown();
        }

        void awaitFirst() {
            await(begun);
        }

        void fail() {
            gone = true;
        }

        void refuseBatches() {
            single = true;
        }

        void recover() {
            gone = false;
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
