package dev.gatehouse.oauth.document;

import dev.gatehouse.platform.egress.EgressOutcome.Fetched;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long an answer may be used without asking again (RFC 9111 §4.2), within bounds of our own. */
final class Freshness {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration USUAL = Duration.ofHours(1);
    private static final int DIGITS = 9;

    private Freshness() {}

    /** Zero where the answer forbids to keep it, or says that it is out of date already. */
    static Duration of(Fetched answer) {
        var directives = answer.headers().allValues("Cache-Control").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (directives.contains("no-store") || directives.contains("no-cache")) {
            return Duration.ZERO;
        }
        return directives.stream()
                .filter(directive -> directive.startsWith("max-age="))
                .findFirst()
                .map(directive -> seconds(directive.substring("max-age=".length())))
                .map(maxAge -> bounded(maxAge.minus(seconds(answer.header("Age").orElse("0"))), maxAge))
                .orElse(USUAL);
    }

    private static Duration bounded(Duration left, Duration maxAge) {
        if (maxAge.isZero()) {
            return Duration.ZERO;
        }
        if (left.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return left.compareTo(LONGEST) > 0 ? LONGEST : left;
    }

    /** A number that is none counts as nothing, and one beyond all bounds as a very large one. */
    private static Duration seconds(String text) {
        var digits = text.replace("\"", "").strip();
        return Optional.of(digits)
                .filter(number -> number.matches("[0-9]+"))
                .map(number -> number.length() > DIGITS ? Integer.MAX_VALUE : Integer.parseInt(number))
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }
}
