package dev.gatehouse.access;

import dev.gatehouse.identity.organization.ActingOrganizations;
import dev.gatehouse.identity.organization.Memberships;
import dev.gatehouse.identity.user.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Resolves the organization of a person, and when there is none, why. */
@ApplicationScoped
class OrganizationResolver {
    @Inject
    ActingOrganizations acting;

    @Inject
    Memberships memberships;

    OrganizationResolution resolve(Person person) {
        return acting.of(person)
                .<OrganizationResolution>map(OrganizationResolution.Resolved::new)
                .orElseGet(() -> unresolved(person));
    }

    private OrganizationResolution unresolved(Person person) {
        if (!memberships.any(person)) {
            return new OrganizationResolution.NoMembership();
        }
        return memberships.usable(person).isEmpty()
                ? new OrganizationResolution.NoAppAccess()
                : new OrganizationResolution.ChoiceNeeded();
    }
}
