package dev.gatehouse.identity.mailbox;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.platform.http.RequestInfo;
import dev.gatehouse.platform.limit.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Takes requests for letters. The letter is written after the answer, so that neither what the answer says nor how long
 * it takes tells whether there is an account; a mailbox that has had its share gets no more, and nobody is told.
 */
@ApplicationScoped
class LetterRequests {
    @Inject
    LetterLimits limits;

    @Inject
    LetterOffice office;

    @Inject
    RequestInfo request;

    @Inject
    AuditTrail audit;

    /** Takes a request; only that the asking network asks too often is told. */
    Admission ask(MailboxPurpose purpose, String typed, ReturnTarget target) {
        var admission = limits.admit(request.network());
        if (admission instanceof Admission.Throttled) {
            refuse(purpose, typed, "too many letters asked for by this network");
        } else {
            MailboxAddress.of(typed)
                    .ifPresentOrElse(
                            address -> take(purpose, address, target), () -> refuse(purpose, typed, "no address"));
        }
        return admission;
    }

    private void take(MailboxPurpose purpose, MailboxAddress address, ReturnTarget target) {
        if (limits.admit(purpose, address) instanceof Admission.Throttled) {
            refuse(purpose, address.text(), "the mailbox has had its letters");
            return;
        }
        audit.record(AuditEvent.done(action(purpose), AuditSubject.claimed(address.text()), address.text()));
        office.take(purpose, address.text(), target);
    }

    private void refuse(MailboxPurpose purpose, String email, String why) {
        audit.record(AuditEvent.refused(action(purpose), AuditSubject.claimed(email), email, why));
    }

    private static MailboxAction action(MailboxPurpose purpose) {
        return switch (purpose) {
            case RESET -> MailboxAction.RESET_ASKED;
            case SIGN_UP -> MailboxAction.SIGN_UP_ASKED;
        };
    }
}
