package dev.gatehouse.identity.organization;

import dev.gatehouse.identity.user.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * In which organization a person acts: the only usable one, or the one that they chose among several; never a guess.
 */
@ApplicationScoped
public class ActingOrganizations {
    @Inject
    Memberships memberships;

    @Inject
    OrganizationBindings bindings;

    /** The membership by which the person acts; empty when there is none, or a choice is missing. */
    @Transactional
    public Optional<UsableMembership> of(Person person) {
        var usable = memberships.usable(person);
        return usable.size() == 1 ? Optional.of(usable.getFirst()) : chosen(person, usable);
    }

    /** The id of that organization, for records of what the person does outside any one organization. */
    @Transactional
    public Optional<String> idOf(Person person) {
        return of(person).map(membership -> membership.organization().id());
    }

    /** A choice that is no longer usable counts as none. */
    private Optional<UsableMembership> chosen(Person person, List<UsableMembership> usable) {
        return bindings.of(person.id())
                .flatMap(id -> usable.stream()
                        .filter(membership -> membership.organization().id().equals(id))
                        .findFirst());
    }
}
