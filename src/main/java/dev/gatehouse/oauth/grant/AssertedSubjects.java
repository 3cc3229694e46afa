package dev.gatehouse.oauth.grant;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.oauth.error.OAuthAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/**
 * Which account here an identity provider means by a subject: settled by the address in its first assertion, because
 * addresses change and are given to new people.
 */
@ApplicationScoped
class AssertedSubjects {
    /** Whom an assertion names. */
    sealed interface Finding {
        /** An active person. */
        record Found(Person person) implements Finding {}

        /** Nobody who may be let in. */
        record Nobody(String why) implements Finding {}
    }

    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** The person of a subject, who from then on is no other subject's of the same issuer. */
    @Transactional
    Finding find(String issuer, String subject, String email) {
        return known(issuer, subject)
                .or(() -> users.byEmail(email).map(person -> settle(person, issuer, subject)))
                .orElseGet(AssertedSubjects::nobody);
    }

    private Finding settle(Person person, String issuer, String subject) {
        // Two assertions at once would both insert.
        users.lock(person);
        return known(issuer, subject)
                .orElseGet(() -> named(person, issuer)
                        ? new Finding.Nobody("the issuer has named this person by another sub before")
                        : bind(person, issuer, subject));
    }

    private Finding bind(Person person, String issuer, String subject) {
        entities.persist(new AssertedSubject(person.id(), issuer, subject, clock.instant()));
        entities.flush();
        audit.record(AuditEvent.done(
                OAuthAction.SUBJECT_BOUND,
                AuditSubject.person(person.id(), person.email()).by("assertion"),
                issuer));
        return new Finding.Found(person);
    }

    private Optional<Finding> known(String issuer, String subject) {
        return Optional.ofNullable(entities.find(AssertedSubject.class, AssertedSubject.id(issuer, subject)))
                .map(known -> users.byId(known.userId)
                        .<Finding>map(Finding.Found::new)
                        .orElseGet(AssertedSubjects::nobody));
    }

    private static Finding nobody() {
        return new Finding.Nobody("the assertion names nobody who is active here");
    }

    private boolean named(Person person, String issuer) {
        return entities.createNamedQuery("AssertedSubject.count", Long.class)
                        .setParameter("user", person.id())
                        .setParameter("issuer", issuer)
                        .getSingleResult()
                > 0;
    }
}
