package dev.gatehouse.access;

import dev.gatehouse.identity.organization.UsableMembership;

/**
 * In which organization a person acts. None of the refusals is about who they are, so each becomes 403 and never 401.
 */
sealed interface OrganizationResolution {
    /** In this one. */
    record Resolved(UsableMembership membership) implements OrganizationResolution {}

    /** In none: the person is a member of no organization. */
    record NoMembership() implements OrganizationResolution {}

    /** In none: no role of the person opens the application anywhere. */
    record NoAppAccess() implements OrganizationResolution {}

    /** Not known: several are usable and none of them is chosen. */
    record ChoiceNeeded() implements OrganizationResolution {}
}
