package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.token.TokenResponse;

/** A way to get tokens. Implementations are found by this type: to add one is to write one class. */
public interface Grant {
    /** The {@code grant_type} on the wire. */
    String grantType();

    /** Answers a request of this type, or throws the OAuth error that refuses it. */
    TokenResponse grant(TokenRequest request);
}
