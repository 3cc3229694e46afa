package dev.gatehouse.access;

import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.token.AccessToken;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A person who calls through an OAuth client. Answers MicroProfile JWT's {@link JsonWebToken} with the token's claims.
 */
public record OAuthMcpActor(Person person, OrganizationRef organization, Set<Permission> permissions, AccessToken token)
        implements McpActor, JsonWebToken {
    static final String KIND = "oauth_token";

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
