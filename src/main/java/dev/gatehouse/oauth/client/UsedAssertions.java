package dev.gatehouse.oauth.client;

import dev.gatehouse.platform.crypto.Digests;
import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * The signed statements that count once, on all nodes: client assertions, proofs of possession, identity assertions.
 */
@ApplicationScoped
public class UsedAssertions implements Swept {
    @PersistenceContext
    EntityManager entities;

    @Inject
    UsedAssertionRows rows;

    /**
     * Uses up the {@code jti} that an issuer gave a statement of one kind. Whether this is its first use, by one
     * insertion that only one caller can do.
     */
    public boolean first(String kind, String issuer, String jti, Instant expiresAt) {
        var hash = Digests.sha256(kind + '\n' + issuer + '\n' + jti);
        try {
            return !rows.known(hash) && rows.add(hash, expiresAt);
        } catch (RuntimeException e) {
            if (rows.known(hash)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public String name() {
        return "oauth_used_assertion";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, UsedAssertion.class, "hash", "expiresAt", now, limit);
    }
}
