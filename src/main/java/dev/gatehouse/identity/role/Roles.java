package dev.gatehouse.identity.role;

import dev.gatehouse.platform.json.JsonValues;
import dev.gatehouse.platform.standing.StandingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the roles of an organization allow. */
@ApplicationScoped
public class Roles {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<StandingChanged> changed;

    /** The union of what comma-separated role names allow in an organization. */
    @Transactional
    public Set<Permission> permissions(String organizationId, String roles) {
        return RolePermissions.union(
                roles, RolePermissions.builtInOnly(roles) ? Map.of() : customRoles(organizationId));
    }

    /** Adds a custom role. */
    @Transactional
    public void add(String organizationId, String name, Set<Permission> permissions) {
        var names = JsonValues.array();
        permissions.forEach(permission -> names.add(permission.wireName()));
        entities.persist(new Role(
                UUID.randomUUID().toString(),
                organizationId,
                name,
                names.build().toString()));
        changed.fire(new StandingChanged());
    }

    private Map<String, String> customRoles(String organizationId) {
        return entities.createNamedQuery("Role.ofOrganization", Role.class)
                .setParameter("organization", organizationId)
                .getResultStream()
                .collect(Collectors.toMap(role -> role.name, role -> role.permissions));
    }
}
