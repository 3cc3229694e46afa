package dev.gatehouse.identity.mailbox;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;

/** What whoever reads a mailbox may do by it; both need a mail session. */
@Settings("gatehouse.login")
public record MailboxSettings(
        @Default("true") boolean passwordReset,
        @Default("false") boolean signUp,
        @Default("PT30M") Duration mailLinkLifetime) {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Refuses links that are over before they are read, or that lie about for long. */
    public MailboxSettings {
        if (mailLinkLifetime.compareTo(SHORTEST) < 0 || mailLinkLifetime.compareTo(LONGEST) > 0) {
            throw new ConfigurationException("Change gatehouse.login.mail-link-lifetime: it must be between " + SHORTEST
                    + " and " + LONGEST + ".");
        }
    }

    /** Whether letters are written for that. */
    boolean allow(MailboxPurpose purpose) {
        return switch (purpose) {
            case RESET -> passwordReset;
            case SIGN_UP -> signUp;
        };
    }
}
