package dev.gatehouse.identity.account;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.login.PasswordReplacement;
import dev.gatehouse.identity.login.SignedInUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;

/** Replaces passwords: the new one, the end of what stood on the old one and the record are one transaction. */
@ApplicationScoped
class PasswordChanges {
    @Inject
    PasswordReplacement passwords;

    @Inject
    AuditTrail audit;

    /** False, and nothing changes, when the person was signed out meanwhile. */
    @Transactional
    boolean replace(SignedInUser user, String hash, HttpHeaders headers) {
        var person = user.person();
        boolean replaced = passwords.elsewhere(user, hash, headers);
        if (replaced) {
            audit.record(AuditEvent.done(
                    AccountAction.PASSWORD_CHANGED, AuditSubject.person(person.id(), person.email()), person.email()));
        }
        return replaced;
    }
}
