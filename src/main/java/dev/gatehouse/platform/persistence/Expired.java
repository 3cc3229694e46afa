package dev.gatehouse.platform.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Deletes rows whose time is over, at most so many at once, so that a sweep holds few locks and those briefly. */
public final class Expired {
    private Expired() {}

    /** Deletes rows of an entity whose attribute lies before that instant, by their id attribute; tells how many. */
    public static int delete(
            EntityManager entities, Class<?> entity, String id, String attribute, Instant before, int limit) {
        var ids = entities.createQuery(
                        "select e.%s from %s e where e.%s < :before".formatted(id, entity.getSimpleName(), attribute))
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : entities.createQuery("delete from %s e where e.%s in :ids".formatted(entity.getSimpleName(), id))
                        .setParameter("ids", ids)
                        .executeUpdate();
    }
}
