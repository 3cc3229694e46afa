package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.settings.Scope;
import java.security.Principal;
import java.util.Set;

/** A verified caller in the organization in which they act: all that the MCP server knows of who calls. */
public sealed interface McpActor extends Principal permits OAuthMcpActor, ApiKeyMcpActor, SessionActor {
    /** The person who calls, or who answers for the key that calls. */
    Person person();

    /** The organization in which the call happens. */
    OrganizationRef organization();

    /** What the call may do at most: the person's own permissions, limited by what the credential covers. */
    Set<Permission> permissions();

    /** The kind of credential, by the name used in answers and audit records. */
    String credentialKind();

    /** The actor as the audit trail names it. */
    AuditSubject subject();

    /**
     * The scopes to ask for, if that is all that is in the way of a permission: those that the credential has and those
     * that it lacks. Empty when the actor may, or when no scope would help.
     */
    default Set<Scope> scopesFor(Permission permission) {
        return Set.of();
    }

    /** Whether the actor may do something. */
    default boolean may(Permission permission) {
        return permissions().contains(permission);
    }
}
