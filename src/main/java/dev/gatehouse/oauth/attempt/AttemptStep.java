package dev.gatehouse.oauth.attempt;

import java.util.Locale;

/** How far an authorization attempt came. */
public enum AttemptStep {
    /** The client pushed its request (RFC 9126). */
    PUSHED,
    /** The client asked for codes for a device (RFC 8628). */
    DEVICE,
    /** The person entered the device's code. */
    USER_CODE,
    /** The browser brought the request. */
    REQUESTED,
    /** The person was asked to sign in. */
    SIGN_IN,
    /** The person was asked which account is meant. */
    ACCOUNT,
    /** The person was asked in which organization the client acts. */
    ORGANIZATION,
    /** The person was asked whether the client may. */
    CONSENT,
    /** The client may; it got a code, or may fetch its tokens. */
    APPROVED,
    /** The client got its tokens. */
    REDEEMED;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
