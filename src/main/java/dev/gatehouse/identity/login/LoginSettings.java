package dev.gatehouse.identity.login;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;

/** How long a browser stays signed in. */
@Settings("gatehouse.login")
public record LoginSettings(@Default("PT12H") Duration sessionLifetime) {
    private static final Duration LONGEST = Duration.ofDays(400);

    /** Refuses a session that would be over before it begins. */
    public LoginSettings {
        if (!sessionLifetime.isPositive() || sessionLifetime.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    "Change gatehouse.login.session-lifetime: it must be positive and at most " + LONGEST + ".");
        }
    }
}
