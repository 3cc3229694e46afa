package dev.gatehouse.oauth.token;

import dev.gatehouse.platform.crypto.JwtClaims;
import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import dev.gatehouse.platform.standing.StandingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The access tokens that were revoked by themselves, until they would have expired anyway. */
@ApplicationScoped
class RevokedTokens implements Swept {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<StandingChanged> changed;

    @Transactional
    boolean contains(JwtClaims claims) {
        return entities.find(RevokedToken.class, AccessTokens.id(claims)) != null;
    }

    /** Remembers a token as revoked; tells whether it was not before. */
    @Transactional
    boolean add(JwtClaims claims) {
        if (contains(claims)) {
            return false;
        }
        changed.fire(new StandingChanged());
        entities.persist(new RevokedToken(AccessTokens.id(claims), AccessTokens.expiry(claims)));
        entities.flush();
        return true;
    }

    @Override
    public String name() {
        return "oauth_revoked_token";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, RevokedToken.class, "id", "expiresAt", now, limit);
    }
}
