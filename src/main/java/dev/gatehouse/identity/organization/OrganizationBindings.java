package dev.gatehouse.identity.organization;

import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.standing.StandingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The organization that a person of several has chosen to act in. A token names a person; this names the tenant. */
@ApplicationScoped
public class OrganizationBindings {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Event<StandingChanged> changed;

    @Inject
    Clock clock;

    /** The id of the organization that the person chose last, usable or not. */
    @Transactional
    public Optional<String> of(String userId) {
        return Optional.ofNullable(entities.find(OrganizationBinding.class, userId))
                .map(binding -> binding.organizationId);
    }

    /** Ends a choice of any other organization, so that it does not come back to life with a lost membership. */
    @Transactional
    public void endOthers(String userId, String organizationId) {
        entities.createNamedQuery("OrganizationBinding.endOthers")
                .setParameter("user", userId)
                .setParameter("organization", organizationId)
                .executeUpdate();
        changed.fire(new StandingChanged());
    }

    /** Remembers the person's choice; it counts from their next request. */
    @Transactional
    public void choose(String userId, String organizationId) {
        // Two first choices at once would both insert.
        users.hold(userId);
        entities.merge(new OrganizationBinding(userId, organizationId, clock.instant()));
        changed.fire(new StandingChanged());
    }
}
