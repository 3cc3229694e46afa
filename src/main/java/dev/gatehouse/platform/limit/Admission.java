package dev.gatehouse.platform.limit;

import java.time.Duration;

/** Whether something may be done now. */
public sealed interface Admission {
    /** It may, and has been counted. */
    record Admitted() implements Admission {}

    /** It may not, until that much time, at least a second, has passed: what {@code Retry-After} says. */
    record Throttled(Duration retryAfter) implements Admission {}
}
