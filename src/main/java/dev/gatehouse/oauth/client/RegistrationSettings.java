package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;
import java.util.List;

/** Who may register a client, how many that are never used, and how long those are kept. */
@Settings("gatehouse.registration")
public record RegistrationSettings(
        @Default("open") RegistrationPolicy policy,
        List<String> initialAccessTokens,
        @Default("2000") int unusedPerAddress,
        @Default("PT1H") Duration unusedWindow,
        @Default("P90D") Duration unusedLifetime) {
    private static final int SHORTEST_TOKEN = 32;

    /** Refuses tokens that could be guessed, and a policy that nobody could satisfy. */
    public RegistrationSettings {
        if (initialAccessTokens.stream().anyMatch(token -> token.length() < SHORTEST_TOKEN)) {
            throw new ConfigurationException(
                    "Change gatehouse.registration.initial-access-tokens: each must have at least " + SHORTEST_TOKEN
                            + " characters.");
        }
        if (policy == RegistrationPolicy.INITIAL_TOKEN && initialAccessTokens.isEmpty()) {
            throw new ConfigurationException("Set gatehouse.registration.initial-access-tokens,"
                    + " or gatehouse.registration.policy to open or off.");
        }
        if (unusedPerAddress < 1 || !unusedWindow.isPositive() || !unusedLifetime.isPositive()) {
            throw new ConfigurationException("Change gatehouse.registration.unused-*: each must be positive.");
        }
    }

    @Override
    public String toString() {
        return "RegistrationSettings[" + policy + "]";
    }
}
