package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.settings.Scope;
import java.util.Optional;
import java.util.Set;

/**
 * A checked authorization request (RFC 6749 §4.1.1). {@code requestedRedirectUri} is empty when the request named none.
 */
record AuthorizationRequest(
        Client client,
        RedirectTarget target,
        String requestedRedirectUri,
        Set<Scope> scopes,
        String resource,
        String codeChallenge,
        Optional<String> nonce,
        Interaction interaction) {}
