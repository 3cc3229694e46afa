package dev.gatehouse.oauth.code;

import dev.gatehouse.oauth.settings.OAuthSettings;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The authorization codes, of which only hashes are kept. */
@ApplicationScoped
public class AuthorizationCodes implements Swept {
    /** How long a code is remembered beyond its end, so that a late replay is still known as one. */
    private static final Duration REPLAY_MEMORY = Duration.ofDays(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    OAuthSettings settings;

    @Inject
    Clock clock;

    /** Keeps a new code. */
    @Transactional
    public void add(IssuedCode code) {
        entities.persist(new AuthorizationCode(code, clock.instant().plus(settings.codeLifetime())));
    }

    /** The code, redeemed or not, expired or not. */
    @Transactional
    public Optional<IssuedCode> find(Secret presented) {
        return Optional.ofNullable(entities.find(AuthorizationCode.class, presented.hash()))
                .map(AuthorizationCode::issued);
    }

    /** Uses the code up, by one statement whose row count decides among all who try at once. */
    @Transactional
    public Redemption redeem(IssuedCode code) {
        int won = entities.createNamedQuery("AuthorizationCode.redeem")
                .setParameter("hash", code.hash())
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (won == 1) {
            return new Redemption.Redeemed();
        }
        var stored = entities.find(AuthorizationCode.class, code.hash());
        return stored != null && stored.redeemedAt != null ? new Redemption.Replayed() : new Redemption.Expired();
    }

    @Override
    public String name() {
        return "oauth_authorization_code";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, AuthorizationCode.class, "hash", "expiresAt", now.minus(REPLAY_MEMORY), limit);
    }
}
