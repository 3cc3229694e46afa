package dev.gatehouse.oauth.token;

/** What came of verifying a presented access token. */
public sealed interface TokenVerification {
    /** Genuine, in time, for this audience, and its family lives. */
    record Verified(AccessToken token) implements TokenVerification {}

    /** Not signed by us, or not an access token at all. */
    record NotGenuine() implements TokenVerification {}

    /** Ours, and too old. */
    record Expired(String familyId, String clientId) implements TokenVerification {}

    /** Ours, for another resource (RFC 8707). */
    record WrongAudience(String familyId, String clientId) implements TokenVerification {}

    /** Ours, and its authorization has been revoked, or its client is none any more. */
    record Revoked(String familyId, String clientId) implements TokenVerification {}
}
