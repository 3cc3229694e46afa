package dev.gatehouse.oauth.code;

/** What came of redeeming an authorization code (RFC 6749 §4.1.3). */
public sealed interface Redemption {
    /** The one success that a code has. */
    record Redeemed() implements Redemption {}

    /** The code had been redeemed before; what it issued must go (RFC 6749 §4.1.2). */
    record Replayed() implements Redemption {}

    /** The code came too late and never issued anything. */
    record Expired() implements Redemption {}
}
