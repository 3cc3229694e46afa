package dev.gatehouse.platform.egress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * How many requests may be under way and how many may begin in a minute, in all and to one target. A target is a host
 * name or an address.
 */
final class EgressLimits {
    private static final int TARGETS = 50_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final EgressSettings settings;
    private final Clock clock;
    private final Semaphore underWay;
    private final TokenBucket rate;
    private final Cache<String, Target> targets = Caffeine.newBuilder()
            .maximumSize(TARGETS)
            .expireAfterAccess(FORGOTTEN)
            .build();

    private record Target(Semaphore underWay, TokenBucket rate) {}

    /** What a request holds while it is under way. */
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    EgressLimits(EgressSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.underWay = new Semaphore(settings.maxConcurrent());
        this.rate = new TokenBucket(settings.fetchesPerMinute(), clock.instant());
    }

    /** Leave to begin any request at all. */
    Optional<Permit> begin(boolean metered) {
        return enter(underWay, rate, metered);
    }

    /** Leave to turn to a host name or an address. */
    Optional<Permit> approach(String name, boolean metered) {
        var target = targets.get(
                name,
                unknown -> new Target(
                        new Semaphore(settings.maxConcurrentPerHost()),
                        new TokenBucket(settings.fetchesPerMinutePerHost(), clock.instant())));
        return enter(target.underWay(), target.rate(), metered);
    }

    private Optional<Permit> enter(Semaphore places, TokenBucket tokens, boolean metered) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        if (metered && !tokens.take(clock.instant())) {
            places.release();
            return Optional.empty();
        }
        return Optional.of(places::release);
    }
}
