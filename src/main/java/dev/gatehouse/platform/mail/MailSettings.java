package dev.gatehouse.platform.mail;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;
import java.util.Optional;

/** Which mail session of the server letters go through, and from whom they come; without a session, none are sent. */
@Settings("gatehouse.mail")
public record MailSettings(
        Optional<String> session,
        Optional<String> from,
        @Default("PT1M") Duration retryPause) {
    /** Refuses letters from nobody, and tries without a pause. */
    public MailSettings {
        if (session.isPresent() && from.isEmpty()) {
            throw new ConfigurationException(
                    "Set gatehouse.mail.from to the address that letters come from, or leave gatehouse.mail.session"
                            + " out.");
        }
        if (!retryPause.isPositive()) {
            throw new ConfigurationException("Change gatehouse.mail.retry-pause: it must be positive.");
        }
    }
}
