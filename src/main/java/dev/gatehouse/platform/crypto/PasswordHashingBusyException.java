package dev.gatehouse.platform.crypto;

import java.time.Duration;

/** More people sign in at this moment than passwords can be checked; nothing has happened. */
public class PasswordHashingBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** When to try again. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    PasswordHashingBusyException() {
        super("Too many people sign in at this moment. Wait a few seconds, then try again.");
    }
}
