package dev.gatehouse.identity.totp;

import java.time.Duration;

/** What came of a code. */
sealed interface CodeCheck {
    /** It is the person's, and used up. */
    record Right() implements CodeCheck {}

    /** It is not, or was used before. */
    record Wrong() implements CodeCheck {}

    /** Nobody looked, because there were too many tries before. */
    record Throttled(Duration retryAfter) implements CodeCheck {}
}
