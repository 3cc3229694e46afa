package dev.gatehouse.platform.limit;

import java.time.Duration;

/** How long to wait, rounded up and never nothing, for programs and for people. */
public final class Waits {
    private static final Duration LONG = Duration.ofSeconds(90);

    private Waits() {}

    /** Whole seconds, as {@code Retry-After} takes them (RFC 9110 §10.2.3). */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    /** Such as {@code 20 seconds} or {@code 7 minutes}. */
    public static String inWords(Duration wait) {
        long seconds = seconds(wait);
        if (seconds == 1) {
            return "a second";
        }
        return seconds < LONG.toSeconds() ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
