package dev.gatehouse.oauth.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.oauth.client.ClientDirectory;
import dev.gatehouse.oauth.client.ClientFinding;
import dev.gatehouse.oauth.client.RecentClients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Client-ID metadata documents: a client id that is an https URL is the address of what its client says of itself (MCP
 * 2026-07-28, draft-ietf-oauth-client-id-metadata-document-00 to -02).
 */
@ApplicationScoped
class ClientIdMetadataDocuments implements ClientDirectory {
    /** How long a connected client goes on while its site does not stand by its document. */
    private static final Duration GOES_ON = Duration.ofDays(7);

    /** How long people may go on connecting it while its site cannot be asked; somebody may keep us from asking. */
    private static final Duration STILL_GOOD = Duration.ofDays(1);

    /** How often a connected client makes us ask, whatever its document says of keeping it. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);
    private static final int MAX_FAILURES = 10_000;

    @Inject
    RecentClients registered;

    @Inject
    DocumentClients documents;

    @Inject
    DocumentChecks checks;

    @Inject
    DocumentPolicy policy;

    @Inject
    Clock clock;

    private final Cache<String, Boolean> failed = Caffeine.newBuilder()
            .maximumSize(MAX_FAILURES)
            .expireAfterWrite(PAUSE_AFTER_FAILURE)
            .build();

    @Override
    public ClientFinding find(String clientId) {
        if (described(clientId)) {
            return policy.url(clientId)
                    .map(url -> find(url, documents.known(clientId)))
                    .orElseGet(ClientFinding.Unknown::new);
        }
        return registered
                .byId(clientId)
                .<ClientFinding>map(ClientFinding.Found::new)
                .orElseGet(ClientFinding.Unknown::new);
    }

    private boolean described(String clientId) {
        return ClientIdUrl.claimed(clientId) && documents.described(clientId);
    }

    private ClientFinding find(ClientIdUrl url, Optional<KnownClient> known) {
        if (!policy.permits(url)) {
            return new ClientFinding.Unusable(url.host(), "documents of " + url.host() + " are not permitted");
        }
        var now = clock.instant();
        var fresh = known.filter(client -> client.fresh(now));
        if (fresh.isPresent()) {
            return new ClientFinding.Found(fresh.get().client());
        }
        return switch (checks.check(url, known)) {
            case DocumentCheck.Usable(var current) -> new ClientFinding.Found(current.client());
            case DocumentCheck.Worthless(var reason) -> new ClientFinding.Unusable(url.host(), reason);
            case DocumentCheck.Unreachable(var reason) ->
                known.filter(client -> client.checkedWithin(STILL_GOOD, now))
                        .<ClientFinding>map(client -> new ClientFinding.Found(client.client()))
                        .orElseGet(() -> new ClientFinding.Unusable(url.host(), reason));
        };
    }

    @Override
    public Optional<Client> known(String clientId) {
        return described(clientId)
                ? policy.url(clientId).filter(policy::permits).flatMap(url -> known(url, documents.known(clientId)))
                : registered.byId(clientId);
    }

    private Optional<Client> known(ClientIdUrl url, Optional<KnownClient> known) {
        if (known.isEmpty() || due(known.get())) {
            if (checks.check(url, known) instanceof DocumentCheck.Usable(var current)) {
                return Optional.of(current.client());
            }
            failed.put(url.toString(), true);
        }
        return known.filter(client -> client.checkedWithin(GOES_ON, clock.instant()))
                .map(KnownClient::client);
    }

    private boolean due(KnownClient known) {
        var now = clock.instant();
        return !known.fresh(now)
                && !known.checkedWithin(PAUSE, now)
                && failed.getIfPresent(known.client().id()) == null;
    }
}
