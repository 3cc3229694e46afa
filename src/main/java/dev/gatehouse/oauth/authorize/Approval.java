package dev.gatehouse.oauth.authorize;

import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.settings.Scope;
import java.util.Set;

/** That a person lets a client act in an organization with those scopes; {@code asked} when they said so on a page. */
record Approval(Person person, OrganizationRef organization, Set<Scope> scopes, boolean asked) {}
