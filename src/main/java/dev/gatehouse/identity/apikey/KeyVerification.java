package dev.gatehouse.identity.apikey;

/** What came of verifying an API key. */
public sealed interface KeyVerification {
    /** It is genuine and counts. */
    record Verified(VerifiedApiKey key) implements KeyVerification {}

    /** It is genuine, but has expired or been revoked. */
    record Ended(VerifiedApiKey key) implements KeyVerification {}

    /** It was never one of ours. */
    record NotGenuine() implements KeyVerification {}
}
