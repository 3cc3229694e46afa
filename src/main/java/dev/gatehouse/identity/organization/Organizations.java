package dev.gatehouse.identity.organization;

import dev.gatehouse.platform.standing.StandingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The organizations and who is in them. */
@ApplicationScoped
public class Organizations {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<StandingChanged> changed;

    @Inject
    Clock clock;

    /** The organization of that id. */
    @Transactional
    public Optional<OrganizationRef> byId(String id) {
        return Optional.ofNullable(entities.find(Organization.class, id)).map(Organization::ref);
    }

    /** The organization of that slug. */
    @Transactional
    public Optional<OrganizationRef> bySlug(String slug) {
        return entities.createNamedQuery("Organization.bySlug", Organization.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .map(Organization::ref);
    }

    /** The active members of an organization, by name. */
    @Transactional
    public List<Member> members(String organizationId) {
        return entities.createNamedQuery("Membership.members", Object[].class)
                .setParameter("organization", organizationId)
                .getResultStream()
                .map(row -> new Member((String) row[0], (String) row[1], (String) row[2], roleNames((String) row[3])))
                .toList();
    }

    /** Gives an organization another name. */
    @Transactional
    public void rename(String organizationId, String name) {
        entities.createNamedQuery("Organization.rename")
                .setParameter("name", name)
                .setParameter("id", organizationId)
                .executeUpdate();
        changed.fire(new StandingChanged());
    }

    /** Adds an organization. */
    @Transactional
    public void add(OrganizationRef organization) {
        entities.persist(new Organization(organization, clock.instant()));
        // At once: references are plain ids, so the provider cannot know what must be inserted first.
        entities.flush();
    }

    private static List<String> roleNames(String roles) {
        return Stream.of(roles.split(",")).map(String::strip).toList();
    }
}
