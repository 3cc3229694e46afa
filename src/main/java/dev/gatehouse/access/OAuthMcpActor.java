package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.AccessToken;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A person who calls through an OAuth client. Answers MicroProfile JWT's {@link JsonWebToken} with the token's claims.
 */
public record OAuthMcpActor(
        Person person,
        OrganizationRef organization,
        Set<Permission> permissions,
        Set<Permission> personal,
        AccessToken token)
        implements McpActor, JsonWebToken {
    static final String KIND = "oauth_token";

    /** RFC 6750 §3.1: a wider token would do what the person may do anyway. */
    @Override
    public Set<Scope> scopesFor(Permission permission) {
        if (may(permission) || !personal.contains(permission)) {
            return Set.of();
        }
        var scopes = EnumSet.of(neededFor(permission));
        scopes.addAll(token.authorization().scopes());
        return scopes;
    }

    /** Reading needs mcp:read, changing mcp:write; mcp contains both. */
    static Scope neededFor(Permission permission) {
        return switch (permission.access()) {
            case READ -> Scope.MCP_READ;
            case WRITE -> Scope.MCP_WRITE;
        };
    }

    /** The client through which the person calls. */
    public String clientId() {
        return token.authorization().clientId();
    }

    @Override
    public String credentialKind() {
        return KIND;
    }

    @Override
    public AuditSubject subject() {
        return AuditSubject.person(person.id(), person.email())
                .through(clientId())
                .in(organization.id())
                .by(credentialKind());
    }

    @Override
    public String getName() {
        return person.email();
    }

    @Override
    public Set<String> getClaimNames() {
        return Stream.concat(token.claims().keySet().stream(), Stream.of(Claims.raw_token.name(), Claims.groups.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A claim as the token has it; {@code aud} and {@code groups} as sets, absent ones null, as {@link JsonWebToken}
     * demands.
     */
    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
        return (T)
                switch (name) {
                    case "raw_token" -> token.compact();
                    case "groups" -> getGroups();
                    case "aud" -> Set.of((String) token.claims().get("aud"));
                    default -> token.claims().get(name);
                };
    }

    @Override
    public Set<String> getGroups() {
        return permissions.stream().map(Permission::wireName).collect(Collectors.toUnmodifiableSet());
    }
}
