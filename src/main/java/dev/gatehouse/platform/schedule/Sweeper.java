package dev.gatehouse.platform.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Deletes what is of no use any more, a batch at a time, so that no table grows for ever and no lock is held for long.
 */
@ApplicationScoped
class Sweeper implements RecurringTask {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.sweep");

    @Inject
    @Any
    Instance<Swept> stores;

    @Inject
    SweepSettings settings;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public Duration pause() {
        return settings.pause();
    }

    @Override
    public void run() {
        stores.forEach(this::sweep);
    }

    /** One store that fails must not keep the others from being swept. */
    private void sweep(Swept store) {
        try {
            int all = 0;
            int deleted;
            do {
                deleted = store.sweep(clock.instant(), settings.batchSize());
                all += deleted;
            } while (deleted == settings.batchSize());
            LOG.log(System.Logger.Level.DEBUG, "event=swept table=" + store.name() + " rows=" + all);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "event=sweep_failed table=" + store.name(), e);
        }
    }
}
