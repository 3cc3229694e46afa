package dev.gatehouse.identity.federation;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/**
 * Which account here belongs to whom at a provider: known by issuer and subject, and by nothing that the person or the
 * provider's user can choose.
 */
@ApplicationScoped
class FederatedIdentities {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * The account of somebody whom a provider has signed in: the one that is linked; else the one of the address that
     * the provider has verified, every address here being verified too, unless the provider knows its owner as somebody
     * else already, because addresses are given to new people; else a new one, where the provider may make people. A
     * link that the person has removed is made again by them alone.
     */
    @Transactional
    Optional<Person> accountOf(FederatedPerson federated, Provider provider) {
        var known = known(federated.issuer(), federated.subject());
        if (known.isPresent()) {
            return known.filter(linked -> !linked.removed()).flatMap(linked -> users.byId(linked.userId));
        }
        var account = federated
                .verifiedEmail()
                .flatMap(email -> users.byEmail(email)
                        .filter(person -> !knownAs(person, federated.issuer()))
                        .or(() -> provider.settings().createsPeople() ? create(email, federated) : Optional.empty()));
        account.ifPresent(person -> {
            users.verifyEmail(person);
            link(person, federated.issuer(), federated.subject());
        });
        return account;
    }

    /** Links an account, of which the person has proven that it is theirs, unless somebody else's is linked already. */
    @Transactional
    boolean link(Person person, String issuer, String subject) {
        // Two answers at once would both insert.
        users.lock(person);
        var known = known(issuer, subject);
        if (known.isPresent() && !known.get().removed()) {
            return known.get().userId.equals(person.id());
        }
        known.ifPresentOrElse(
                removed -> removed.linkAgain(person.id(), clock.instant()),
                () -> entities.persist(new FederatedIdentity(person.id(), issuer, subject, clock.instant())));
        entities.flush();
        record(FederationAction.LINKED, person, issuer);
        return true;
    }

    private boolean knownAs(Person person, String issuer) {
        return entities.createNamedQuery("FederatedIdentity.count", Long.class)
                        .setParameter("user", person.id())
                        .setParameter("issuer", issuer)
                        .getSingleResult()
                > 0;
    }

    private Optional<Person> create(String email, FederatedPerson federated) {
        if (users.knows(email)) {
            return Optional.empty();
        }
        var name = federated.name().isBlank() ? email : federated.name();
        var person = Person.newcomer(Users.account(email), shortened(name), false);
        users.add(person);
        record(FederationAction.PERSON_CREATED, person, federated.issuer());
        return Optional.of(person);
    }

    private static String shortened(String name) {
        return name.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(100)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Optional<FederatedIdentity> known(String issuer, String subject) {
        return Optional.ofNullable(entities.find(FederatedIdentity.class, FederatedIdentity.id(issuer, subject)));
    }

    private void record(FederationAction action, Person person, String issuer) {
        audit.record(AuditEvent.done(action, AuditSubject.person(person.id(), person.email()), issuer));
    }
}
