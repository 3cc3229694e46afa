package dev.gatehouse.oauth.device;

import jakarta.ws.rs.core.NewCookie;

/** What came of a person's entering a device's code. */
sealed interface Claim {
    /** The device is this browser's to answer for: the next page, and the cookie that says so. */
    record Claimed(String path, NewCookie cookie) implements Claim {}

    /** This browser has entered it before, and goes on. */
    record Resumed(String path) implements Claim {}

    /** No device waits for that code, or another browser answers for it already. */
    record Unknown(String reason) implements Claim {}
}
