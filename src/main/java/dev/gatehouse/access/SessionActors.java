package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.login.LoginSessions;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** From a session cookie to its actor: the person signed in, in the organization that they act in now. */
@ApplicationScoped
class SessionActors {
    @Inject
    LoginSessions sessions;

    @Inject
    OrganizationResolver organizations;

    @Transactional
    Recognition recognize(Secret cookie) {
        return sessions.of(cookie)
                .map(user -> signedIn(user.person()))
                .orElseGet(() -> Recognition.invalid("The browser session is over. Sign in again."));
    }

    private Recognition signedIn(Person person) {
        return organizations.resolve(person) instanceof OrganizationResolution.Resolved(var membership)
                ? new Recognition.Recognized(
                        new SessionActor(person, membership.organization(), membership.permissions()))
                : Recognition.forbidden(
                        AuditSubject.person(person.id(), person.email()),
                        "This account has no organization to act in, or has chosen none of several.");
    }
}
