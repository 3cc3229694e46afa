package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.identity.user.Person;
import java.util.Set;

/** A person who calls from the browser in which they are signed in. */
public record SessionActor(Person person, OrganizationRef organization, Set<Permission> permissions)
        implements McpActor {
    static final String KIND = "session";

    @Override
    public String credentialKind() {
        return KIND;
    }

    @Override
    public AuditSubject subject() {
        return AuditSubject.person(person.id(), person.email()).in(organization.id());
    }

    @Override
    public String getName() {
        return person.email();
    }
}
