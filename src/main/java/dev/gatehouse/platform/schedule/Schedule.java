package dev.gatehouse.platform.schedule;

import dev.gatehouse.platform.persistence.Migrations;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs every {@link RecurringTask} on the server's own scheduler, from the end of the application's start to its stop.
 */
@ApplicationScoped
class Schedule {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.schedule");
    private static final int LAST = 1_000;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    @Any
    Instance<RecurringTask> tasks;

    @Inject
    Instance<RequestContextController> requests;

    private final List<Future<?>> running = new ArrayList<>();

    void start(@Observes @Priority(Migrations.PRIORITY + LAST) @Initialized(ApplicationScoped.class) Object start) {
        tasks.forEach(task -> running.add(executor.scheduleWithFixedDelay(
                () -> run(task), task.pause().toMillis(), task.pause().toMillis(), TimeUnit.MILLISECONDS)));
    }

    @PreDestroy
    void stop() {
        running.forEach(task -> task.cancel(true));
    }

    /**
     * What it records belongs to no request, and a task that throws would not be run again. A controller for each run:
     * it remembers whether it activated, and on a pooled thread a context that stays active breaks the next request.
     */
    private void run(RecurringTask task) {
        var request = requests.get();
        boolean activated = request.activate();
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "event=task_failed task=" + task.name(), e);
        } finally {
            if (activated) {
                request.deactivate();
            }
            requests.destroy(request);
        }
    }
}
