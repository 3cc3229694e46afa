package dev.gatehouse.oauth.device;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;

/** How long the codes of a device are good, and how often it may ask (RFC 8628 §3.2). */
@Settings("gatehouse.oauth.device")
public record DeviceSettings(
        @Default("PT10M") Duration lifetime,
        @Default("PT5S") Duration interval) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Refuses codes that are guessable for long, and an interval in which they would expire. */
    public DeviceSettings {
        if (lifetime.compareTo(SHORTEST) < 0
                || lifetime.compareTo(LONGEST) > 0
                || interval.compareTo(SHORTEST) < 0
                || interval.compareTo(lifetime) > 0) {
            throw new ConfigurationException("Change gatehouse.oauth.device.lifetime, between PT1S and " + LONGEST
                    + ", or gatehouse.oauth.device.interval, between PT1S and the lifetime.");
        }
    }
}
