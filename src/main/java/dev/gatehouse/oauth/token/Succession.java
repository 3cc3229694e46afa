package dev.gatehouse.oauth.token;

/** What came of asking for a new signing key. */
public sealed interface Succession {
    /** It is made and published, and signs when its turn comes. */
    record Published(PublishedKey key) implements Succession {}

    /** One that somebody made before waits for its turn. */
    record Waiting(PublishedKey key) implements Succession {}

    /** The keys are those of the operator's key store. */
    record HeldElsewhere() implements Succession {}
}
