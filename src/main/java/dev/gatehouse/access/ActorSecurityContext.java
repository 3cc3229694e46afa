package dev.gatehouse.access;

import jakarta.ws.rs.core.SecurityContext;

/** The security context of a request whose credential has been verified; roles are permissions by their wire name. */
public record ActorSecurityContext(McpActor actor, boolean secure) implements SecurityContext {

    /** The actor of an {@link Authenticated} request. */
    public static McpActor actorOf(SecurityContext context) {
        return (McpActor) context.getUserPrincipal();
    }

    @Override
    public McpActor getUserPrincipal() {
        return actor;
    }

    @Override
    public boolean isUserInRole(String permission) {
        return actor.permissions().stream().anyMatch(held -> held.wireName().equals(permission));
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return actor.credentialKind();
    }
}
