package dev.gatehouse.oauth.token;

import dev.gatehouse.platform.crypto.JwtClaims;
import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The access tokens that were revoked by themselves, until they would have expired anyway. */
@ApplicationScoped
class RevokedTokens implements Swept {
    @PersistenceContext
    EntityManager entities;

    @Transactional
    boolean contains(JwtClaims claims) {
        return entities.find(RevokedToken.class, id(claims)) != null;
    }

    /** Remembers a token as revoked; tells whether it was not before. */
    @Transactional
    boolean add(JwtClaims claims) {
        if (contains(claims)) {
            return false;
        }
        entities.persist(new RevokedToken(id(claims), AccessTokens.expiry(claims)));
        return true;
    }

    private static String id(JwtClaims claims) {
        return claims.string("jti").orElseThrow();
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
