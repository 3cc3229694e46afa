package dev.gatehouse.oauth.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a client proves who it is at the token endpoint (RFC 7591 §2). */
public enum ClientAuthenticationMethod {
    NONE("none"),
    CLIENT_SECRET_BASIC("client_secret_basic"),
    CLIENT_SECRET_POST("client_secret_post");

    private final String wireName;

    ClientAuthenticationMethod(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** Whether the client gets a secret. */
    public boolean confidential() {
        return this != NONE;
    }

    /** Every name, as metadata lists them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(ClientAuthenticationMethod::wireName).toList();
    }

    static Optional<ClientAuthenticationMethod> named(String wireName) {
        return Arrays.stream(values())
                .filter(method -> method.wireName.equals(wireName))
                .findFirst();
    }
}
