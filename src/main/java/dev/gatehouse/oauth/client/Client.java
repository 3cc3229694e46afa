package dev.gatehouse.oauth.client;

import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A registered client (RFC 6749 §2). {@code trusted} clients are the operator's own and need no consent; {@code actsAs}
 * is the person for whom a client acts that uses its own credentials (RFC 6749 §4.4).
 */
public record Client(
        String id,
        ClientMetadata metadata,
        Optional<String> secretHash,
        ClientOrigin origin,
        boolean trusted,
        Optional<String> actsAs,
        ClientUse use) {

    /** What it calls itself, for people to read. */
    public String name() {
        return metadata.clientName();
    }

    /** Where its authorization responses may go. */
    public List<RedirectUri> redirectUris() {
        return metadata.redirectUris();
    }

    /** How it proves who it is. */
    public ClientAuthenticationMethod authenticationMethod() {
        return metadata.authenticationMethod();
    }

    /** Whether it proves who it is at all. */
    public boolean confidential() {
        return authenticationMethod().confidential();
    }

    /** What its ID tokens are signed with. */
    public SigningAlgorithm idTokenAlgorithm() {
        return metadata.idTokenAlgorithm();
    }

    /** When it was registered. */
    public Instant issuedAt() {
        return use.issuedAt();
    }

    /**
     * What an authorization request asks for that names no scope: what the client registered for (RFC 7591 §2), where
     * that is less than the resource's default.
     */
    public Set<Scope> defaultScopes() {
        var registered = Scope.known(metadata.scope());
        registered.removeIf(known -> !known.ofResource());
        return registered.isEmpty() || registered.contains(Scope.MCP) ? EnumSet.of(Scope.MCP) : registered;
    }

    /** The host that vouches for what a client says of itself in a document; empty where none does. */
    public Optional<String> documentHost() {
        return origin == ClientOrigin.DOCUMENT
                ? Optional.ofNullable(URI.create(id).getHost())
                : Optional.empty();
    }

    /** Whether all that the client wants to be called back at is this machine: anybody there may pose as it. */
    public boolean loopbackOnly() {
        return redirectUris().stream().allMatch(RedirectUri::loopback);
    }

    /** Whether an authorization response may go to that URI. */
    public boolean allows(RedirectUri requested) {
        return redirectUris().stream().anyMatch(registered -> registered.allows(requested));
    }

    /** Whether the client registered for a grant type. */
    public boolean mayUse(String grantType) {
        return metadata.grantTypes().contains(grantType);
    }
}
