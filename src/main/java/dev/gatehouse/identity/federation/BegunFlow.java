package dev.gatehouse.identity.federation;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.ws.rs.core.NewCookie;

/**
 * A sign-in at a provider in the browser that began it. Nonce and code verifier follow from the browser's secret and
 * the state, so that neither is stored.
 */
record BegunFlow(String state, Secret browser, NewCookie cookie, ReturnTarget target) {
    String nonce() {
        return browser.derive("", "federation nonce:" + state).reveal();
    }

    /** 43 characters of base64url, as RFC 7636 §4.1 allows. */
    Secret codeVerifier() {
        return browser.derive("", "federation verifier:" + state);
    }
}
