package dev.gatehouse.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** The records as they are kept: added, read, and never changed. */
@ApplicationScoped
class AuditRecords {
    @PersistenceContext
    EntityManager entities;

    /** All of them or none. */
    @Transactional
    void add(List<AuditRecord> records) {
        records.forEach(entities::persist);
    }

    @Transactional
    List<AuditEntry> latest(String query, String organizationId, int limit) {
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
