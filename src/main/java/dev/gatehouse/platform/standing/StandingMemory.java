package dev.gatehouse.platform.standing;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.atomic.AtomicLong;

/** Knows when what is {@link Remembered} has become old. */
@ApplicationScoped
public class StandingMemory {
    private final AtomicLong changes = new AtomicLong();

    /** A memory for whoever asks for one. */
    @Produces
    @Dependent
    public <K, V> Remembered<K, V> remembered() {
        return new Remembered<>(changes::get, Ticker.systemTicker());
    }

    /** All of it, since changes are rare; after the end of the transaction, when the change is there to be seen. */
    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) StandingChanged changed) {
        changes.incrementAndGet();
    }
}
