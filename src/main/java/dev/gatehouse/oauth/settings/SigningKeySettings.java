package dev.gatehouse.oauth.settings;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import java.time.Duration;

/**
 * How long a key signs, how long it is published before and after, and which algorithm signs access tokens. ID tokens
 * are signed as each client registered.
 */
@Settings("gatehouse.oauth")
public record SigningKeySettings(
        @Default("ES256") SigningAlgorithm signingAlgorithm,
        @Default("P90D") Duration signingKeyLifetime,
        @Default("PT1H") Duration signingKeyOverlap) {
    private static final Duration SHORTEST_OVERLAP = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final Duration LONGEST_CACHING = Duration.ofMinutes(15);
    private static final int CACHE_FRACTION = 4;

    /** Refuses an overlap in which not every node and client can learn of a key, and a key that never signs. */
    public SigningKeySettings {
        if (signingKeyOverlap.compareTo(SHORTEST_OVERLAP) < 0 || signingKeyOverlap.compareTo(signingKeyLifetime) >= 0) {
            throw new ConfigurationException("Change gatehouse.oauth.signing-key-overlap: it must lie between "
                    + SHORTEST_OVERLAP + " and gatehouse.oauth.signing-key-lifetime.");
        }
        if (signingKeyLifetime.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    "Change gatehouse.oauth.signing-key-lifetime: it must not be longer than " + LONGEST + ".");
        }
    }

    /** How long others may keep the published keys: well below the time for which a new one is published unused. */
    public Duration publishedKeysCaching() {
        var fraction = signingKeyOverlap.dividedBy(CACHE_FRACTION);
        return fraction.compareTo(LONGEST_CACHING) < 0 ? fraction : LONGEST_CACHING;
    }
}
