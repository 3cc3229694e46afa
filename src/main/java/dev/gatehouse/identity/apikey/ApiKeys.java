package dev.gatehouse.identity.apikey;

import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The API keys, of which only hashes are kept. */
@ApplicationScoped
public class ApiKeys {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** Tells whether a key is ours and genuine, and whether it still counts. */
    @Transactional
    public KeyVerification verify(Secret presented) {
        return ApiKeyFormat.parse(presented)
                .flatMap(key -> Optional.ofNullable(entities.find(ApiKey.class, key.lookupId())))
                .filter(stored -> presented.matches(stored.keyHash))
                .<KeyVerification>map(
                        stored -> stored.revoked() || stored.verified().expired(clock.instant())
                                ? new KeyVerification.Ended(stored.verified())
                                : new KeyVerification.Verified(stored.verified()))
                .orElseGet(KeyVerification.NotGenuine::new);
    }

    /** Keeps a key, of which its owner has the only readable copy. */
    @Transactional
    public void add(ApiKeyFormat key, NewApiKey order) {
        entities.persist(new ApiKey(key, order, clock.instant()));
    }
}
