package dev.gatehouse.oauth.client;

import dev.gatehouse.oauth.settings.Scope;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A registered client (RFC 6749 §2). {@code trusted} clients are the operator's own and need no consent. */
public record Client(
        String id,
        String name,
        List<RedirectUri> redirectUris,
        ClientAuthenticationMethod authenticationMethod,
        Optional<String> secretHash,
        Set<String> grantTypes,
        String scope,
        boolean trusted,
        Instant issuedAt) {

    /**
     * What an authorization request asks for that names no scope: what the client registered for (RFC 7591 §2), where
     * that is less than the resource's default.
     */
    public Set<Scope> defaultScopes() {
        var registered = Scope.known(scope);
        registered.removeIf(known -> !known.ofResource());
        return registered.isEmpty() || registered.contains(Scope.MCP) ? EnumSet.of(Scope.MCP) : registered;
    }

    /** Whether an authorization response may go to that URI. */
    public boolean allows(RedirectUri requested) {
        return redirectUris.stream().anyMatch(registered -> registered.allows(requested));
    }

    /** Whether the client registered for a grant type. */
    public boolean mayUse(String grantType) {
        return grantTypes.contains(grantType);
    }
}
