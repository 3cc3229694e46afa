package dev.gatehouse.oauth.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * The clients as they were less than a second ago on other nodes, and as they are on this one: for the requests of
 * which there are many. Nothing is remembered of ids that nobody has.
 */
@ApplicationScoped
public class RecentClients {
    private static final Duration KEPT = Duration.ofMillis(900);
    private static final int MAX_CLIENTS = 10_000;

    @Inject
    Clients clients;

    private final Cache<String, Client> recent = Caffeine.newBuilder()
            .maximumSize(MAX_CLIENTS)
            .expireAfterWrite(KEPT)
            .build();

    /** The client of that id. */
    public Optional<Client> byId(String clientId) {
        return Optional.ofNullable(recent.get(clientId, id -> clients.byId(id).orElse(null)));
    }

    /** After the end of the transaction, so that nobody remembers again what is about to change. */
    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) ClientChanged changed) {
        recent.invalidate(changed.clientId());
    }
}
