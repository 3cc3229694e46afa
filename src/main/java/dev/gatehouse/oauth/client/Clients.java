package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.crypto.Digests;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.schedule.Swept;
import dev.gatehouse.platform.standing.StandingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The registered clients. */
@ApplicationScoped
public class Clients implements Swept {
    @PersistenceContext
    EntityManager entities;

    @Inject
    RegistrationSettings settings;

    @Inject
    Event<StandingChanged> changed;

    @Inject
    Clock clock;

    /** The client of that id; one that the configuration no longer names is none. */
    @Transactional
    public Optional<Client> byId(String clientId) {
        return Optional.ofNullable(entities.find(StoredClient.class, clientId))
                .filter(stored -> stored.active)
                .map(StoredClient::client);
    }

    /** Adds a client. */
    @Transactional
    public void add(Client client) {
        entities.persist(new StoredClient(client));
        // At once: references are plain ids, so the provider cannot know what must be inserted first.
        entities.flush();
    }

    /** Adds a client that registered itself from an address, with the token by which it manages its registration. */
    @Transactional
    void add(Client client, String address, Secret registrationToken) {
        var stored = new StoredClient(client);
        stored.registeredBy(registrationToken.hash(), Digests.sha256(address));
        entities.persist(stored);
    }

    /** The client that manages its registration by that token (RFC 7592 §2). */
    @Transactional
    Optional<Client> managed(String clientId, Secret registrationToken) {
        return Optional.ofNullable(entities.find(StoredClient.class, clientId))
                .filter(stored -> stored.active && stored.registrationTokenHash != null)
                .filter(stored -> registrationToken.matches(stored.registrationTokenHash))
                .map(StoredClient::client);
    }

    /** Replaces what a client says of itself; its id, origin and use stay. */
    @Transactional
    public void replace(Client client) {
        var stored = entities.find(StoredClient.class, client.id());
        stored.update(client);
        changed.fire(new StandingChanged());
    }

    /** Removes a client with everything that it was given. */
    @Transactional
    void remove(Client client) {
        entities.remove(entities.find(StoredClient.class, client.id()));
        changed.fire(new StandingChanged());
    }

    /** Where the client of that id comes from, in use or not. */
    @Transactional
    public Optional<ClientOrigin> originOf(String clientId) {
        return Optional.ofNullable(entities.find(StoredClient.class, clientId))
                .map(stored -> ClientOrigin.stored(stored.origin));
    }

    /** The ids of the clients of one origin, in use or not. */
    @Transactional
    List<String> idsOf(ClientOrigin origin) {
        return entities.createNamedQuery("StoredClient.ofOrigin", StoredClient.class)
                .setParameter("origin", origin.storedName())
                .getResultStream()
                .map(stored -> stored.clientId)
                .toList();
    }

    /** Makes a client unusable without forgetting what it was given. */
    @Transactional
    void deactivate(String clientId) {
        entities.find(StoredClient.class, clientId).deactivate();
        changed.fire(new StandingChanged());
    }

    /** How many clients registered from an address since then and never got a token. */
    @Transactional
    long unusedFrom(String address, Instant since) {
        return entities.createNamedQuery("StoredClient.unusedFrom", Long.class)
                .setParameter("address", Digests.sha256(address))
                .setParameter("since", since)
                .getSingleResult();
    }

    /** Notes that a client was used, or that it got a token: from then on it is never swept away. */
    @Transactional
    void note(Client client, boolean token) {
        note("StoredClient.used", client);
        if (token) {
            note("StoredClient.firstToken", client);
        }
        changed.fire(new StandingChanged());
    }

    private void note(String query, Client client) {
        entities.createNamedQuery(query)
                .setParameter("now", clock.instant())
                .setParameter("id", client.id())
                .executeUpdate();
    }

    @Override
    public String name() {
        return "oauth_client";
    }

    /** By the time since their last use, and never those that ever got a token. */
    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        var before = now.minus(settings.unusedLifetime());
        var ids = entities.createNamedQuery("StoredClient.dead", String.class)
                .setParameter("before", before)
                .setParameter("origins", List.of(ClientOrigin.DYNAMIC.storedName(), ClientOrigin.DOCUMENT.storedName()))
                .setMaxResults(limit)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : entities.createNamedQuery("StoredClient.delete")
                        .setParameter("ids", ids)
                        .setParameter("before", before)
                        .executeUpdate();
    }
}
