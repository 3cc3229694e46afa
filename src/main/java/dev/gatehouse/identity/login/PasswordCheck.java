package dev.gatehouse.identity.login;

import dev.gatehouse.identity.user.Person;
import java.time.Duration;

/** What came of an e-mail address and a password. */
public sealed interface PasswordCheck {
    /** They belong together. */
    record Right(Person person) implements PasswordCheck {}

    /** They do not, or the person is switched off; nobody is told which. */
    record Wrong() implements PasswordCheck {}

    /** It is not right here, and whoever else may know it does not answer. */
    record Unavailable() implements PasswordCheck {}

    /** Nobody looked, because there were too many tries before. */
    record Throttled(Duration retryAfter) implements PasswordCheck {}
}
