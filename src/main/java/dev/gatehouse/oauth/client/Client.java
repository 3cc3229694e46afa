package dev.gatehouse.oauth.client;

import java.time.Instant;
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

    /** Whether an authorization response may go to that URI. */
    public boolean allows(RedirectUri requested) {
        return redirectUris.stream().anyMatch(registered -> registered.allows(requested));
    }

    /** Whether the client registered for a grant type. */
    public boolean mayUse(String grantType) {
        return grantTypes.contains(grantType);
    }
}
