package dev.gatehouse.platform.limit;

import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The counters as rows. Each step is one conditional statement whose row count decides among all who come at once. */
@ApplicationScoped
class LimitCounters implements Swept {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Admission take(Limit limit, String key) {
        var now = clock.instant();
        if (increments(limit, key, now) || beginsAnew(limit, key, now) || isFirst(limit, key, now)) {
            return new Admission.Admitted();
        }
        // Once more, because the row may have come into being only since the first look.
        return increments(limit, key, now) ? new Admission.Admitted() : refusal(key, now);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void giveBack(String key) {
        entities.createNamedQuery("LimitCounter.giveBack")
                .setParameter("key", key)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void clear(String key) {
        entities.createNamedQuery("LimitCounter.clear").setParameter("key", key).executeUpdate();
    }

    @Override
    public String name() {
        return "platform_limit_counter";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, LimitCounter.class, "keyHash", "expiresAt", now, limit);
    }

    private boolean increments(Limit limit, String key, Instant now) {
        return entities.createNamedQuery("LimitCounter.increment")
                        .setParameter("key", key)
                        .setParameter("now", now)
                        .setParameter("most", limit.most())
                        .executeUpdate()
                == 1;
    }

    private boolean beginsAnew(Limit limit, String key, Instant now) {
        return entities.createNamedQuery("LimitCounter.begin")
                        .setParameter("key", key)
                        .setParameter("now", now)
                        .setParameter("end", now.plus(limit.window()))
                        .executeUpdate()
                == 1;
    }

    private boolean isFirst(Limit limit, String key, Instant now) {
        boolean first = entities.find(LimitCounter.class, key) == null;
        if (first) {
            entities.persist(new LimitCounter(key, now.plus(limit.window())));
            entities.flush();
        }
        return first;
    }

    private Admission refusal(String key, Instant now) {
        var counter = entities.find(LimitCounter.class, key);
        return new Admission.Throttled(counter == null ? Duration.ZERO : Duration.between(now, counter.expiresAt));
    }
}
