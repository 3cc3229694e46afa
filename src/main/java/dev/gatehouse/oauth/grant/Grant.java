package dev.gatehouse.oauth.grant;

import dev.gatehouse.oauth.token.TokenResponse;

/** A way to get tokens. Implementations are found by this type: to add one is to write one class. */
public interface Grant {
    /** The {@code grant_type} on the wire. */
    String grantType();

    /** Whether it is of any use with this configuration; one that is not does not exist for clients. */
    default boolean served() {
        return true;
    }

    /** Answers a request of this type, or throws the OAuth error that refuses it. */
    TokenResponse grant(TokenRequest request);
}
