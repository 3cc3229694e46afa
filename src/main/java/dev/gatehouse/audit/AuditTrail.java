package dev.gatehouse.audit;

import dev.gatehouse.platform.http.RequestInfo;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;

/**
 * The append-only record of who did what. Inside a transaction it is written with what it records, or not at all;
 * outside, committed before the call returns.
 */
@ApplicationScoped
public class AuditTrail {
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    AuditRecords records;

    @Inject
    AuditBatches batches;

    @Inject
    Clock clock;

    @Inject
    RequestInfo request;

    /** Records an event of the request at hand. */
    public void record(AuditEvent event) {
        var record = new AuditRecord(event, clock.instant());
        record.during(request.id(), request.remoteAddress(), request.userAgent());
        if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            batches.add(record);
        } else {
            records.add(List.of(record));
        }
    }

    /** The latest events of an organization, newest first, at most {@code limit}. */
    public List<AuditEntry> latest(String organizationId, int limit) {
        return records.latest("AuditRecord.latest", organizationId, limit);
    }

    /** The same among those that belong to no organization, such as registrations and requests of unknown callers. */
    public List<AuditEntry> latestWithUnattributed(String organizationId, int limit) {
        return records.latest("AuditRecord.latestWithUnattributed", organizationId, limit);
    }
}
