package dev.gatehouse.oauth.client;

import java.util.Arrays;
import java.util.Optional;

/** How a client proves who it is at the token endpoint (RFC 7591 §2). */
public enum ClientAuthenticationMethod {
    NONE("none"),
    CLIENT_SECRET_BASIC("client_secret_basic"),
    CLIENT_SECRET_POST("client_secret_post"),
    PRIVATE_KEY_JWT("private_key_jwt"),
    TLS_CLIENT_AUTH("tls_client_auth");

    private final String wireName;

    ClientAuthenticationMethod(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** Whether the client proves anything at all: what it may not lose, nobody else can use (RFC 6749 §2.1). */
    public boolean confidential() {
        return this != NONE;
    }

    /** Whether the client gets a secret from us. */
    public boolean secret() {
        return this == CLIENT_SECRET_BASIC || this == CLIENT_SECRET_POST;
    }

    static Optional<ClientAuthenticationMethod> named(String wireName) {
        return Arrays.stream(values())
                .filter(method -> method.wireName.equals(wireName))
                .findFirst();
    }
}
