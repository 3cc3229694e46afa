package dev.gatehouse.oauth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The registered clients. */
@ApplicationScoped
public class Clients {
    @PersistenceContext
    EntityManager entities;

    /** The client of that id. */
    @Transactional
    public Optional<Client> byId(String clientId) {
        return Optional.ofNullable(entities.find(StoredClient.class, clientId)).map(StoredClient::client);
    }

    /** Adds a client. */
    @Transactional
    public void add(Client client) {
        entities.persist(new StoredClient(client));
        // At once: references are plain ids, so the provider cannot know what must be inserted first.
        entities.flush();
    }
}
