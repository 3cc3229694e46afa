package dev.gatehouse.oauth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The rows of {@link UsedAssertions}, in transactions of their own: a duplicate key would spoil the caller's. */
@ApplicationScoped
class UsedAssertionRows {
    @PersistenceContext
    EntityManager entities;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean known(String hash) {
        return entities.find(UsedAssertion.class, hash) != null;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean add(String hash, Instant expiresAt) {
        entities.persist(new UsedAssertion(hash, expiresAt));
        entities.flush();
        return true;
    }
}
