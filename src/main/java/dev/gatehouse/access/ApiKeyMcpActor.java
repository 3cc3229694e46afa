package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.apikey.VerifiedApiKey;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.identity.user.Person;
import java.util.Optional;
import java.util.Set;

/** A program that calls with an API key. Its calls count as those of the person who issued the key. */
public record ApiKeyMcpActor(
        Person person, OrganizationRef organization, Set<Permission> permissions, VerifiedApiKey key)
        implements McpActor {
    static final String KIND = "api_key";

    @Override
    public String credentialKind() {
        return KIND;
    }

    @Override
    public AuditSubject subject() {
        return subject(person, key);
    }

    static AuditSubject subject(Person issuer, VerifiedApiKey key) {
        return new AuditSubject(
                Optional.of(issuer.id()),
                Optional.of(issuer.email()),
                Optional.of(key.id()),
                Optional.of(key.organizationId()),
                Optional.empty(),
                KIND);
    }

    @Override
    public String getName() {
        return key.name();
    }
}
