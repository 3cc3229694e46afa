package dev.gatehouse.audit;

import dev.gatehouse.platform.http.RequestInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The append-only record of who did what. Inside a transaction it is written with what it records, or not at all. */
@ApplicationScoped
public class AuditTrail {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    RequestInfo request;

    /** Records an event of the request at hand. */
    @Transactional
    public void record(AuditEvent event) {
        var record = new AuditRecord(event, clock.instant());
        record.during(request.id(), request.remoteAddress(), request.userAgent());
        entities.persist(record);
    }

    /** The latest events of an organization, newest first, at most {@code limit}. */
    @Transactional
    public List<AuditEntry> latest(String organizationId, int limit) {
        return latest("AuditRecord.latest", organizationId, limit);
    }

    /** The same among those that belong to no organization, such as registrations and requests of unknown callers. */
    @Transactional
    public List<AuditEntry> latestWithUnattributed(String organizationId, int limit) {
        return latest("AuditRecord.latestWithUnattributed", organizationId, limit);
    }

    private List<AuditEntry> latest(String query, String organizationId, int limit) {
        return entities
                .createNamedQuery(query, AuditRecord.class)
                .setParameter("organization", organizationId)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(AuditRecord::entry)
                .toList();
    }
}
