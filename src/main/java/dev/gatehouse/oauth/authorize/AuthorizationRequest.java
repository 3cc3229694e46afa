package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.settings.Scope;
import java.util.Set;

/** A checked authorization request (RFC 6749 §4.1.1, RFC 8628 §3.1). */
record AuthorizationRequest<E extends FlowEnd>(
        Client client, E end, Set<Scope> scopes, String resource, Interaction interaction) {}
