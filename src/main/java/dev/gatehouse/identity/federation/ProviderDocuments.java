package dev.gatehouse.identity.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.platform.crypto.VerificationKeys;
import dev.gatehouse.platform.egress.Egress;
import dev.gatehouse.platform.egress.EgressOutcome;
import dev.gatehouse.platform.egress.EgressRequest;
import dev.gatehouse.platform.json.JsonFormatException;
import dev.gatehouse.platform.json.Members;
import dev.gatehouse.platform.json.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Discovery documents and keys of providers, kept for an hour. A key that is not among them makes us look again, once a
 * minute at most. What could not be read is never kept.
 */
@ApplicationScoped
class ProviderDocuments {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.federation");
    private static final int MOST = 100;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private record Keys(VerificationKeys keys, Instant readAt) {}

    private final Cache<String, ProviderMetadata> metadata =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private final Cache<URI, Keys> keys =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    @Inject
    Egress egress;

    @Inject
    Clock clock;

    Optional<ProviderMetadata> metadata(Provider provider) {
        var known = metadata.getIfPresent(provider.issuer());
        if (known != null) {
            return Optional.of(known);
        }
        var read = discover(provider);
        read.ifPresent(found -> metadata.put(provider.issuer(), found));
        return read;
    }

    /** The provider's keys, with that one among them if it has it. */
    Optional<VerificationKeys> keys(ProviderMetadata provider, Optional<String> keyId) {
        var known = Optional.ofNullable(keys.getIfPresent(provider.jwksUri()))
                .filter(found ->
                        found.keys().knows(keyId) || found.readAt().plus(PAUSE).isAfter(clock.instant()));
        if (known.isPresent()) {
            return known.map(Keys::keys);
        }
        var read = body(provider.jwksUri())
                .flatMap(document -> VerificationKeys.parse(new String(document, StandardCharsets.UTF_8)));
        read.ifPresent(found -> keys.put(provider.jwksUri(), new Keys(found, clock.instant())));
        return read;
    }

    private Optional<ProviderMetadata> discover(Provider provider) {
        var issuer = provider.issuer();
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try {
            return body(URI.create(base + "/.well-known/openid-configuration"))
                    .flatMap(document -> ProviderMetadata.of(new Members(StrictJson.object(document)), issuer));
        } catch (JsonFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> body(URI uri) {
        return switch (egress.fetch(EgressRequest.get(uri).namedByOperator())) {
            case EgressOutcome.Fetched answer when answer.status() == 200 -> Optional.of(answer.body());
            case EgressOutcome.Fetched answer -> failed(uri, "status " + answer.status());
            case EgressOutcome.Refused(var reason) -> failed(uri, reason);
            case EgressOutcome.Failed(var reason) -> failed(uri, reason);
        };
    }

    private static Optional<byte[]> failed(URI uri, String reason) {
        LOG.log(
                System.Logger.Level.WARNING,
                "event=provider_document_failed host=" + uri.getHost() + " path=" + uri.getPath() + " reason="
                        + reason);
        return Optional.empty();
    }
}
