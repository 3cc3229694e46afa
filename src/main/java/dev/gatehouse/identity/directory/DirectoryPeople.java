package dev.gatehouse.identity.directory;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.organization.Memberships;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.organization.Organizations;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Which account here is whose in the directory: that of the address, whose password is not kept here. */
@ApplicationScoped
class DirectoryPeople {
    @Inject
    Users users;

    @Inject
    Organizations organizations;

    @Inject
    Memberships memberships;

    @Inject
    DirectorySettings settings;

    @Inject
    AuditTrail audit;

    /**
     * The account of somebody whose address and password the directory has confirmed; a new one, where it may make
     * people. An account that has a password here is opened by that one only.
     */
    @Transactional
    Optional<Person> accountOf(String address) {
        if (users.knows(address)) {
            return users.byEmail(address).filter(person -> !users.hasPassword(person));
        }
        return settings.createsPeople() ? create(address) : Optional.empty();
    }

    private Optional<Person> create(String address) {
        var organization = settings.organization().flatMap(organizations::bySlug);
        if (organization.isEmpty() && settings.organization().isPresent()) {
            audit.record(AuditEvent.refused(
                    DirectoryAction.PERSON_CREATED,
                    AuditSubject.claimed(address),
                    address,
                    "gatehouse.ldap.organization names no organization"));
            return Optional.empty();
        }
        var person = Person.newcomer(address, address, false);
        users.add(person);
        organization.map(OrganizationRef::id).ifPresent(id -> memberships.add(person.id(), id, settings.roles()));
        audit.record(AuditEvent.done(
                DirectoryAction.PERSON_CREATED,
                AuditSubject.person(person.id(), person.email()).in(organization.map(OrganizationRef::id)),
                address));
        return Optional.of(person);
    }
}
