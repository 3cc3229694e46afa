package dev.gatehouse.oauth.client;

/** What a client id in a new authorization request leads to. */
public sealed interface ClientFinding {

    /** A client that may be authorized. */
    record Found(Client client) implements ClientFinding {}

    /** Nobody is known by that id. */
    record Unknown() implements ClientFinding {}

    /** The id is the URL of a document on that host which cannot be used; the reason is for the administrator. */
    record Unusable(String host, String reason) implements ClientFinding {}
}
