package dev.gatehouse.platform.limit;

import dev.gatehouse.platform.crypto.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

/**
 * Counts what callers do against a {@link Limit}, in the database, so that all nodes count together. Each call is a
 * transaction of its own: what was counted stays counted whatever becomes of the request.
 */
@ApplicationScoped
public class Limits {
    @Inject
    LimitSettings settings;

    @Inject
    LimitCounters counters;

    /** Counts one more for a subject, unless it has reached its limit. */
    public Admission take(Limit limit, String subject) {
        return settings.enabled() ? count(limit, key(limit, subject)) : new Admission.Admitted();
    }

    /** Takes back one that turned out not to count. */
    public void giveBack(Limit limit, String subject) {
        if (settings.enabled()) {
            counters.giveBack(key(limit, subject));
        }
    }

    /** Forgets all that was counted for a subject. */
    public void clear(Limit limit, String subject) {
        if (settings.enabled()) {
            counters.clear(key(limit, subject));
        }
    }

    private Admission count(Limit limit, String key) {
        try {
            return counters.take(limit, key);
        } catch (PersistenceException e) {
            // Two firsts at once: the other one has inserted the row, so now it is there to be counted in.
            return counters.take(limit, key);
        }
    }

    /** Subjects are addresses and names of people: their hash is enough to count by. */
    private static String key(Limit limit, String subject) {
        return Digests.sha256(limit.name() + "\n" + subject);
    }
}
