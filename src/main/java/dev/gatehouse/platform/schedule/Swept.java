package dev.gatehouse.platform.schedule;

import java.time.Instant;

/** A store with rows that are of no use after a while. Implementations are found by this type. */
public interface Swept {
    /** The name by which the log knows it: the table. */
    String name();

    /**
     * Deletes at most that many of the rows that are of no use any more, in a transaction of its own, and tells how
     * many.
     */
    int sweep(Instant now, int limit);
}
