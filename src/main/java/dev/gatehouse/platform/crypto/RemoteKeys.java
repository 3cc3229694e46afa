package dev.gatehouse.platform.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.gatehouse.platform.egress.Egress;
import dev.gatehouse.platform.egress.EgressOutcome;
import dev.gatehouse.platform.egress.EgressRequest;
import dev.gatehouse.platform.egress.InFlight;
import dev.gatehouse.platform.json.JsonFormatException;
import dev.gatehouse.platform.json.StrictJson;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Public keys that clients and issuers publish at a {@code jwks_uri}. Kept for a while, asked for once by however many
 * need them at once; failures are never kept.
 */
@ApplicationScoped
public class RemoteKeys {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.keys");
    private static final int MAX_BYTES = 65_536;
    private static final int MAX_SETS = 1_000;
    private static final int OK = 200;

    /** How long a set is believed; a key that was withdrawn stops counting after that. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    /** A stranger can always name a key that does not exist; it makes us ask no more often than this. */
    private static final Duration FORCED = Duration.ofMinutes(1);

    @Inject
    Egress egress;

    @Inject
    Clock clock;

    private final InFlight<Optional<VerificationKeys>> fetches = new InFlight<>();
    private Cache<URI, VerificationKeys> sets;
    private Cache<URI, Instant> asked;

    @PostConstruct
    void prepare() {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        sets = Caffeine.newBuilder()
                .maximumSize(MAX_SETS)
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .build();
        asked = Caffeine.newBuilder()
                .maximumSize(MAX_SETS)
                .expireAfterWrite(FORCED)
                .ticker(ticker)
                .build();
    }

    /** The keys at a URL that a client named, fetched anew if none of them has that id; empty if they cannot be had. */
    public Optional<VerificationKeys> ofClient(URI jwksUri, Optional<String> keyId) {
        return keys(jwksUri, keyId, request -> request);
    }

    /**
     * The keys at a URL that the operator configured, fetched anew if none of them has that id; empty if they cannot be
     * had.
     */
    public Optional<VerificationKeys> ofIssuer(URI jwksUri, Optional<String> keyId) {
        return keys(jwksUri, keyId, EgressRequest::namedByOperator);
    }

    private Optional<VerificationKeys> keys(URI jwksUri, Optional<String> keyId, UnaryOperator<EgressRequest> terms) {
        var known = Optional.ofNullable(sets.getIfPresent(jwksUri)).or(() -> fetch(jwksUri, terms));
        if (known.isEmpty() || known.get().knows(keyId) || askedJustNow(jwksUri)) {
            return known;
        }
        return fetch(jwksUri, terms).or(() -> known);
    }

    private boolean askedJustNow(URI jwksUri) {
        return asked.asMap().putIfAbsent(jwksUri, clock.instant()) != null;
    }

    /** Once for all who wait; what cannot be had is not kept. */
    private Optional<VerificationKeys> fetch(URI jwksUri, UnaryOperator<EgressRequest> terms) {
        return fetches.join(jwksUri.toString(), () -> {
            var fetched = ask(jwksUri, terms);
            fetched.ifPresent(set -> sets.put(jwksUri, set));
            return fetched;
        });
    }

    private Optional<VerificationKeys> ask(URI jwksUri, UnaryOperator<EgressRequest> terms) {
        var request = EgressRequest.get(jwksUri)
                .with("Accept", "application/jwk-set+json, application/json")
                .upTo(MAX_BYTES);
        return switch (egress.fetch(terms.apply(request))) {
            case EgressOutcome.Fetched fetched
            when fetched.status() == OK ->
                parse(fetched.body()).or(() -> nothing(jwksUri, "no JWK set of public keys"));
            case EgressOutcome.Fetched fetched -> nothing(jwksUri, "status " + fetched.status());
            case EgressOutcome.Refused refused -> nothing(jwksUri, refused.reason());
            case EgressOutcome.Failed failed -> nothing(jwksUri, failed.reason());
        };
    }

    private static Optional<VerificationKeys> parse(byte[] body) {
        try {
            return VerificationKeys.parse(StrictJson.object(body).toString());
        } catch (JsonFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<VerificationKeys> nothing(URI jwksUri, String reason) {
        LOG.log(
                System.Logger.Level.INFO,
                () -> "event=keys_not_fetched host=" + jwksUri.getHost() + " reason=\"" + reason + "\"");
        return Optional.empty();
    }
}
