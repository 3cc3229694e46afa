package dev.gatehouse.identity.login;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;

/** How long a browser stays signed in. */
@Settings("gatehouse.login")
public record LoginSettings(@Default("PT12H") Duration sessionLifetime) {

    /** Refuses a session that would be over before it begins. */
    public LoginSettings {
        if (!sessionLifetime.isPositive()) {
            throw new ConfigurationException("Change gatehouse.login.session-lifetime: it must be positive.");
        }
    }
}
