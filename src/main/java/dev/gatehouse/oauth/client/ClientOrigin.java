package dev.gatehouse.oauth.client;

import java.util.Locale;

/**
 * Where a client's registration comes from; it never changes, so that nobody can take over a client by another way in.
 */
public enum ClientOrigin {
    /** It registered itself (RFC 7591). */
    DYNAMIC,
    /** Its client id is the URL of a document that describes it. */
    DOCUMENT,
    /** The operator's configuration names it. */
    CONFIGURED,
    /** An administrator, or the demo data, registered it. */
    ADMINISTERED;

    /** Whether the operator vouches for it; only then may a consent be remembered or spared. */
    public boolean preRegistered() {
        return this == CONFIGURED || this == ADMINISTERED;
    }

    String storedName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ClientOrigin stored(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
