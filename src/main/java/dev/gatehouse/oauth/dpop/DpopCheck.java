package dev.gatehouse.oauth.dpop;

/** What came of the proof of possession in a request (RFC 9449 §4.3). */
public sealed interface DpopCheck {
    /** The caller holds the private half of the key of that thumbprint (RFC 7638). */
    record Proven(String thumbprint) implements DpopCheck {}

    /** The request has no proof. */
    record Absent() implements DpopCheck {}

    /** It has one that proves nothing. */
    record Invalid(String why) implements DpopCheck {}

    /** It must be made again, with this nonce (RFC 9449 §8). */
    record NonceNeeded(String nonce) implements DpopCheck {}
}
