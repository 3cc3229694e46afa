package dev.gatehouse.oauth.token;

/** What came of withdrawing a signing key. */
public sealed interface Withdrawal {
    /** It is gone, with everything that it signed; that key signs in its place, or still. */
    record Withdrawn(PublishedKey signing) implements Withdrawal {}

    /** There is no such key. */
    record Unknown() implements Withdrawal {}

    /** The keys are those of the operator's key store. */
    record HeldElsewhere() implements Withdrawal {}
}
