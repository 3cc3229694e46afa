package dev.gatehouse.identity.organization;

import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.identity.role.Roles;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.standing.StandingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who belongs where. "Usable" is one predicate: an active member with app access, or a platform admin who is a member.
 */
@ApplicationScoped
public class Memberships {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Roles roles;

    @Inject
    Event<StandingChanged> changed;

    @Inject
    Clock clock;

    /** The organizations that a person can use, by name: what is offered, and what is accepted. */
    @Transactional
    public List<UsableMembership> usable(Person person) {
        return entities.createNamedQuery("Membership.activeOfUser", Object[].class)
                .setParameter("user", person.id())
                .getResultStream()
                .flatMap(row -> usable(person, row).stream())
                .toList();
    }

    /** The person's membership of one organization, if it is usable. */
    @Transactional
    public Optional<UsableMembership> usable(Person person, String organizationId) {
        return entities.createNamedQuery("Membership.active", Object[].class)
                .setParameter("user", person.id())
                .setParameter("organization", organizationId)
                .getResultStream()
                .flatMap(row -> usable(person, row).stream())
                .findFirst();
    }

    /** Whether a person is an active member anywhere, usable or not. */
    @Transactional
    public boolean any(Person person) {
        return !entities.createNamedQuery("Membership.activeOfUser", Object[].class)
                .setParameter("user", person.id())
                .getResultList()
                .isEmpty();
    }

    /** Makes a person an active member with the roles of those names. */
    @Transactional
    public void add(String userId, String organizationId, List<String> roleNames) {
        entities.persist(new Membership(
                UUID.randomUUID().toString(), userId, organizationId, String.join(",", roleNames), clock.instant()));
        changed.fire(new StandingChanged());
    }

    private Optional<UsableMembership> usable(Person person, Object[] row) {
        var membership = (Membership) row[0];
        var permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(roles.permissions(membership.organizationId, membership.roles));
        if (person.platformAdmin()) {
            permissions.add(Permission.APP_READ);
        }
        return Stream.of(new UsableMembership(((Organization) row[1]).ref(), permissions))
                .filter(usable -> permissions.contains(Permission.APP_READ))
                .findFirst();
    }
}
