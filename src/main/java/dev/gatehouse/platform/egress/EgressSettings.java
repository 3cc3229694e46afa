package dev.gatehouse.platform.egress;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How far requests of our own may go. The limits per host count for a host name and, again, for the address behind it,
 * so that many names of one victim are one.
 */
@Settings("gatehouse.outbound")
public record EgressSettings(
        @Default("PT3S") Duration connectTimeout,
        @Default("PT10S") Duration deadline,
        @Default("32") int maxConcurrent,
        @Default("8") int maxConcurrentPerHost,
        @Default("600") int fetchesPerMinute,
        @Default("30") int fetchesPerMinutePerHost,
        List<String> internalHosts,
        Optional<String> extraCa,
        @Default("false") boolean allowLoopback) {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Refuses times and limits that cannot work. */
    public EgressSettings {
        internalHosts = internalHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
        Map.of("connect-timeout", connectTimeout, "deadline", deadline).forEach(EgressSettings::requireTime);
        Map.of(
                        "max-concurrent", maxConcurrent,
                        "max-concurrent-per-host", maxConcurrentPerHost,
                        "fetches-per-minute", fetchesPerMinute,
                        "fetches-per-minute-per-host", fetchesPerMinutePerHost)
                .forEach(EgressSettings::requireLimit);
    }

    private static void requireTime(String key, Duration time) {
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    "Change gatehouse.outbound." + key + ": it must be more than PT0S and at most " + LONGEST + ".");
        }
    }

    private static void requireLimit(String key, int limit) {
        if (limit < 1) {
            throw new ConfigurationException("Change gatehouse.outbound." + key + ": it must be at least 1.");
        }
    }
}
