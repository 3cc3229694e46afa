package dev.gatehouse.identity.account;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.login.KnownDevices;
import dev.gatehouse.identity.login.LoginSessions;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;

/** Replaces passwords: the new one, the end of every other session and the record are one transaction. */
@ApplicationScoped
class PasswordChanges {
    @Inject
    Users users;

    @Inject
    LoginSessions sessions;

    @Inject
    KnownDevices devices;

    @Inject
    AuditTrail audit;

    @Transactional
    void replace(SignedInUser user, String hash, HttpHeaders headers) {
        var person = user.person();
        users.setPassword(person.id(), hash);
        sessions.endOthers(user);
        devices.forgetOthers(person, headers);
        audit.record(AuditEvent.done(
                AccountAction.PASSWORD_CHANGED, AuditSubject.person(person.id(), person.email()), person.email()));
    }
}
