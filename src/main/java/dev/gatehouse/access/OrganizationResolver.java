package dev.gatehouse.access;

import dev.gatehouse.identity.organization.Memberships;
import dev.gatehouse.identity.organization.OrganizationBindings;
import dev.gatehouse.identity.organization.UsableMembership;
import dev.gatehouse.identity.user.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Resolves the organization of a person explicitly: the only usable one, or the one they chose; never a guess. */
@ApplicationScoped
class OrganizationResolver {
    @Inject
    Memberships memberships;

    @Inject
    OrganizationBindings bindings;

    OrganizationResolution resolve(Person person) {
        var usable = memberships.usable(person);
        return switch (usable.size()) {
            case 0 ->
                memberships.any(person)
                        ? new OrganizationResolution.NoAppAccess()
                        : new OrganizationResolution.NoMembership();
            case 1 -> new OrganizationResolution.Resolved(usable.getFirst());
            default ->
                chosen(person, usable)
                        .<OrganizationResolution>map(OrganizationResolution.Resolved::new)
                        .orElseGet(OrganizationResolution.ChoiceNeeded::new);
        };
    }

    /** A choice that is no longer usable counts as none. */
    private Optional<UsableMembership> chosen(Person person, List<UsableMembership> usable) {
        return bindings.of(person.id())
                .flatMap(id -> usable.stream()
                        .filter(membership -> membership.organization().id().equals(id))
                        .findFirst());
    }
}
