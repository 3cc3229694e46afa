package dev.gatehouse.oauth.settings;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Lifetimes and limits of the authorization server. The first of {@code resources} is the MCP endpoint as metadata
 * names it; the others are the same endpoint as clients may have typed it.
 */
@Settings("gatehouse.oauth")
public record OAuthSettings(
        @Default("PT15M") Duration flowLifetime,
        @Default("PT1M") Duration codeLifetime,
        @Default("PT1H") Duration accessTokenLifetime,
        @Default("P30D") Duration refreshTokenLifetime,
        @Default("P180D") Duration grantLifetime,
        @Default("PT30S") Duration refreshTokenGrace,
        @Default("/mcp,/mcp/,/api/v1/mcp") List<String> resources,
        @Default("10") int maxRedirectUris) {
    private static final String ENDPOINT = "/mcp";
    private static final Duration SHORTEST_CODE = Duration.ofSeconds(60);
    private static final Duration LONGEST_CODE = Duration.ofMinutes(5);
    private static final Duration LONGEST_GRACE = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(3_650);

    /** Refuses lifetimes that are unsafe or make no sense. */
    public OAuthSettings {
        if (codeLifetime.compareTo(SHORTEST_CODE) < 0 || codeLifetime.compareTo(LONGEST_CODE) > 0) {
            throw new ConfigurationException(
                    "Change gatehouse.oauth.code-lifetime: it must lie between PT60S and PT5M.");
        }
        if (!resources.stream().allMatch(path -> path.startsWith("/"))
                || !resources.stream().findFirst().equals(Optional.of(ENDPOINT))) {
            throw new ConfigurationException("Change gatehouse.oauth.resources: it must begin with " + ENDPOINT
                    + ", and each path with a slash.");
        }
        for (var lifetime : List.of(flowLifetime, accessTokenLifetime, refreshTokenLifetime, grantLifetime)) {
            if (!lifetime.isPositive() || lifetime.compareTo(LONGEST) > 0) {
                throw new ConfigurationException("Change gatehouse.oauth.*-lifetime: " + lifetime
                        + " does not lie between PT1S and " + LONGEST + ".");
            }
        }
        if (refreshTokenGrace.isNegative() || refreshTokenGrace.compareTo(LONGEST_GRACE) > 0) {
            throw new ConfigurationException(
                    "Change gatehouse.oauth.refresh-token-grace: it must lie between PT0S and " + LONGEST_GRACE + ".");
        }
        if (maxRedirectUris < 1) {
            throw new ConfigurationException("Change gatehouse.oauth.max-redirect-uris: it must be at least 1.");
        }
    }
}
