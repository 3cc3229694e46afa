package dev.gatehouse.oauth.dpop;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;

/** How long a proof counts after it was made, and whether it must carry a nonce of ours (RFC 9449 §8). */
@Settings("gatehouse.dpop")
public record DpopSettings(
        @Default("PT1M") Duration proofLifetime,
        @Default("false") boolean nonceRequired,
        @Default("PT5M") Duration nonceLifetime) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Refuses lifetimes in which no proof could arrive, or anybody's could. */
    public DpopSettings {
        if (!proofLifetime.isPositive()
                || !nonceLifetime.isPositive()
                || proofLifetime.compareTo(LONGEST) > 0
                || nonceLifetime.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    "Change gatehouse.dpop.*-lifetime: each must lie between PT1S and " + LONGEST + ".");
        }
    }
}
