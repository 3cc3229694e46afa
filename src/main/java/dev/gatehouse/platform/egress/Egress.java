package dev.gatehouse.platform.egress;

import dev.gatehouse.platform.config.Loopback;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The only way out: https to a public address that was resolved once and checked; no redirects, no proxies, no cookies;
 * bounded in size, time and number.
 */
@ApplicationScoped
public class Egress {
    @Inject
    EgressSettings settings;

    @Inject
    HostResolver resolver;

    @Inject
    Clock clock;

    private EgressLimits limits;
    private Exchange exchange;

    @PostConstruct
    void prepare() {
        limits = new EgressLimits(settings, clock);
        exchange = new Exchange(settings, resolver, limits, Trust.of(settings.extraCa()));
    }

    /** Unsafe or unreadable settings stop the start, not the first request. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object start) {}

    /** Sends a request and waits, no longer than the deadline, for the whole answer. */
    public EgressOutcome fetch(EgressRequest request) {
        return objection(request.uri())
                .<EgressOutcome>map(EgressOutcome.Refused::new)
                .orElseGet(() -> inTime(request));
    }

    private Optional<String> objection(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawPath() == null) {
            return Optional.of("the URL is not absolute, or carries user information");
        }
        boolean local = settings.allowLoopback() && "http".equals(uri.getScheme()) && Loopback.is(uri);
        return "https".equals(uri.getScheme()) || local ? Optional.empty() : Optional.of("the URL is not https");
    }

    /**
     * On a virtual thread, because an interrupt ends whatever it waits for on the network: no server can hold the
     * caller.
     */
    private EgressOutcome inTime(EgressRequest request) {
        var task = new FutureTask<>(() -> limited(request));
        Thread.ofVirtual().name("egress").start(task);
        try {
            return task.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return new EgressOutcome.Failed("there was no whole answer within " + settings.deadline());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new EgressOutcome.Failed("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Held until the exchange is really over, also when nobody waits for it any more. */
    private EgressOutcome limited(EgressRequest request) {
        try (var host = limits.approach(request.host(), request.metered()).orElse(null)) {
            if (host == null) {
                return new EgressOutcome.Refused("too many requests to " + request.host() + " just now");
            }
            try (var any = limits.begin(request.metered()).orElse(null)) {
                return any == null ? new EgressOutcome.Refused("too many requests just now") : exchange.of(request);
            }
        }
    }
}
