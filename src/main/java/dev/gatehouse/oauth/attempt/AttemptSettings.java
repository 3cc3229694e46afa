package dev.gatehouse.oauth.attempt;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;

/** How long the traces of authorization attempts are kept. */
@Settings("gatehouse.oauth.attempts")
public record AttemptSettings(@Default("P7D") Duration retention) {
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Refuses to keep them not at all, or for ever. */
    public AttemptSettings {
        if (!retention.isPositive() || retention.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    "Change gatehouse.oauth.attempts.retention: it must be positive and at most " + LONGEST + ".");
        }
    }
}
