package dev.gatehouse.identity.organization;

import dev.gatehouse.identity.role.Permission;
import java.util.Set;

/** An organization in which a person may use the product, and what they may do there. */
public record UsableMembership(OrganizationRef organization, Set<Permission> permissions) {}
