package dev.gatehouse.identity.organization;

import dev.gatehouse.identity.role.Permission;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** An organization in which a person may use the product, and what they may do there. */
public record UsableMembership(OrganizationRef organization, Set<Permission> permissions) {

    /** What is left of the person's permissions when a credential covers only some. */
    public Set<Permission> limitedTo(Predicate<Permission> covered) {
        var limited = EnumSet.noneOf(Permission.class);
        permissions.stream().filter(covered).forEach(limited::add);
        return limited;
    }
}
