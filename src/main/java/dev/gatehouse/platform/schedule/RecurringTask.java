package dev.gatehouse.platform.schedule;

import java.time.Duration;

/** Work that every node does again and again. Implementations are found by this type. */
public interface RecurringTask {
    /** The name by which the log knows it. */
    String name();

    /** How long to wait after one run before the next. */
    Duration pause();

    /**
     * One run. What it throws is logged and does not end the recurrence; it must bear running on several nodes at once.
     */
    void run();
}
