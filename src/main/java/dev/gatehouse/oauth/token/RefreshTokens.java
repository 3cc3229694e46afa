package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.settings.OAuthSettings;
import dev.gatehouse.platform.crypto.Randomness;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The refresh tokens, rotated at each use. A successor is derived from its predecessor and a salt, so that parallel
 * clients that present the same token get the same successor although only hashes are kept.
 */
@ApplicationScoped
public class RefreshTokens implements Swept {
    private static final String PREFIX = "ghr_";
    private static final int SALT_BYTES = 16;

    @PersistenceContext
    EntityManager entities;

    @Inject
    TokenFamilies families;

    @Inject
    OAuthSettings settings;

    @Inject
    Clock clock;

    /** The first refresh token of an authorization. */
    @Transactional
    public Secret issue(Authorization authorization) {
        var token = Secret.random(PREFIX);
        add(token, authorization);
        return token;
    }

    /**
     * What a client's refresh token stands for, current or not, as long as its family lives and its person is active.
     */
    @Transactional
    public Optional<Authorization> authorization(Secret presented, String clientId) {
        return familyOf(presented)
                .flatMap(families::standing)
                .filter(authorization -> authorization.clientId().equals(clientId));
    }

    /**
     * Replaces a refresh token that has that {@link #authorization}, by one statement whose row count decides among all
     * who try at once.
     */
    @Transactional
    public Rotation rotate(Secret presented, Authorization authorization) {
        var token = entities.find(RefreshToken.class, presented.hash());
        if (token.expiredUnused(clock.instant())) {
            return new Rotation.Expired();
        }
        var successor = presented.derive(PREFIX, token.salt);
        if (won(token)) {
            add(successor, authorization);
            return new Rotation.Rotated(successor);
        }
        entities.refresh(token);
        return token.rotatedWithin(settings.refreshTokenGrace(), clock.instant())
                ? new Rotation.Rotated(successor)
                : new Rotation.Reused();
    }

    /** A refresh token that nobody has used yet and that has not expired. */
    @Transactional
    Optional<CurrentRefreshToken> current(Secret presented) {
        return Optional.ofNullable(entities.find(RefreshToken.class, presented.hash()))
                .filter(token -> token.rotatedAt == null && token.expiresAt.isAfter(clock.instant()))
                .map(token -> new CurrentRefreshToken(token.familyId, token.createdAt, token.expiresAt));
    }

    /** The family of a refresh token, current or not: what its holder may revoke. */
    @Transactional
    Optional<String> familyOf(Secret presented) {
        return withFamily(presented).map(token -> token.familyId);
    }

    /** Together with its family, about which every caller asks next: one query instead of two. */
    private Optional<RefreshToken> withFamily(Secret presented) {
        return entities.createNamedQuery("RefreshToken.withFamily", Object[].class)
                .setParameter("hash", presented.hash())
                .getResultStream()
                .findFirst()
                .map(row -> (RefreshToken) row[0]);
    }

    private boolean won(RefreshToken token) {
        return entities.createNamedQuery("RefreshToken.rotate")
                        .setParameter("now", clock.instant())
                        .setParameter("hash", token.hash)
                        .executeUpdate()
                == 1;
    }

    /** The lifetime slides with each use, as far as that of the authorization. */
    private void add(Secret token, Authorization authorization) {
        var now = clock.instant();
        entities.persist(new RefreshToken(
                token.hash(),
                authorization.familyId(),
                Randomness.base64Url(SALT_BYTES),
                now,
                authorization.atMost(now.plus(settings.refreshTokenLifetime()))));
    }

    @Override
    public String name() {
        return "oauth_refresh_token";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, RefreshToken.class, "hash", "expiresAt", now, limit);
    }
}
