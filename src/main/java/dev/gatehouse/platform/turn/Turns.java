package dev.gatehouse.platform.turn;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work that is done a few at a time: a short line waits for a short while, and whoever comes when it is full is turned
 * away, so that a wave of it never takes the threads of everything else.
 */
public final class Turns {
    private final Semaphore slots;
    private final int mostWaiting;
    private final Duration patience;

    /** So many at a time, with so many waiting for so long. */
    public Turns(int slots, int mostWaiting, Duration patience) {
        this.slots = new Semaphore(slots, true);
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    /** What the work gives; empty when its turn did not come. */
    public <T> Optional<T> inTurn(Supplier<T> work) {
        if (!hasTurn()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            slots.release();
        }
    }

    private boolean hasTurn() {
        try {
            return slots.getQueueLength() < mostWaiting && slots.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
