package dev.gatehouse.oauth.authorize;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;

/** How long a pushed authorization request waits, and whether every client must push its requests (RFC 9126). */
@Settings("gatehouse.oauth.par")
public record PushedRequestSettings(
        @Default("PT90S") Duration lifetime,
        @Default("false") boolean required) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Refuses a lifetime in which no browser can come, or one in which anybody could. */
    public PushedRequestSettings {
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    "Change gatehouse.oauth.par.lifetime: it must lie between PT1S and " + LONGEST + ".");
        }
    }
}
