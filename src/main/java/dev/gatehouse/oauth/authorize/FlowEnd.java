package dev.gatehouse.oauth.authorize;

import java.util.Optional;

/** Where a flow leads once the person has answered. */
sealed interface FlowEnd {
    /**
     * Back to the client, with a code that is bound to what the request said. {@code requestedUri} is empty when it
     * named none; {@code keyThumbprint} is of the only key by whose proof the code may be redeemed (RFC 9449 §10).
     */
    record Redirect(
            RedirectTarget target,
            String requestedUri,
            String codeChallenge,
            Optional<String> nonce,
            Optional<String> keyThumbprint)
            implements FlowEnd {}

    /** Nowhere: the client is another device and asks for itself (RFC 8628). */
    record Device() implements FlowEnd {}
}
