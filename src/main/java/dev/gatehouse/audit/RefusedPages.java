package dev.gatehouse.audit;

import dev.gatehouse.platform.page.PageRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Records what a person is refused by a page; its request id is the reference on the page. */
@ApplicationScoped
class RefusedPages {
    @Inject
    AuditTrail audit;

    void record(@Observes PageRefused refused) {
        audit.record(
                AuditEvent.refused(PageAction.REFUSED, AuditSubject.anonymous(), refused.path(), refused.reason()));
    }
}
