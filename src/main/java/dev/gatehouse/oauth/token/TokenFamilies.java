package dev.gatehouse.oauth.token;

import dev.gatehouse.identity.user.RecentPeople;
import dev.gatehouse.oauth.client.Client;
import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import dev.gatehouse.platform.standing.StandingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The families of tokens, each descending from one authorization. */
@ApplicationScoped
public class TokenFamilies implements Swept {
    /** How long an ended authorization is kept, so that what still names it can say whose it was. */
    private static final Duration MEMORY = Duration.ofDays(30);

    @PersistenceContext
    EntityManager entities;

    @Inject
    RecentPeople people;

    @Inject
    Event<StandingChanged> changed;

    @Inject
    Clock clock;

    /** Begins the family of an authorization that a person just gave, who had signed in like that. */
    @Transactional
    public void begin(Authorization authorization, Authentication authentication) {
        begin(new TokenFamily(authorization, clock.instant()).after(authentication));
    }

    /** Begins the family of an authorization that came about without a sign-in here. */
    @Transactional
    public void begin(Authorization authorization) {
        begin(new TokenFamily(authorization, clock.instant()));
    }

    private void begin(TokenFamily family) {
        entities.persist(family);
        // At once: references are plain ids, so the provider cannot know what must be inserted first.
        entities.flush();
    }

    /** The authorization of a family, revoked or not. */
    @Transactional
    Optional<Authorization> find(String familyId) {
        return Optional.ofNullable(entities.find(TokenFamily.class, familyId)).map(TokenFamily::authorization);
    }

    /** The authorization of a family that has neither been revoked nor come to its end. */
    @Transactional
    public Optional<Authorization> living(String familyId) {
        return Optional.ofNullable(entities.find(TokenFamily.class, familyId))
                .filter(family -> family.living(clock.instant()))
                .map(TokenFamily::authorization);
    }

    /** The authorizations of a person's living families, always in the same order. */
    @Transactional
    List<Authorization> livingOf(String userId) {
        return entities.createNamedQuery("TokenFamily.livingOf", TokenFamily.class)
                .setParameter("user", userId)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(TokenFamily::authorization)
                .toList();
    }

    /** The authorization of a living family whose person is still active. */
    @Transactional
    public Optional<Authorization> standing(String familyId) {
        return living(familyId)
                .filter(authorization ->
                        authorization.userId().flatMap(people::byId).isPresent());
    }

    /** Binds the tokens of a family to the key by which its first token was asked for (RFC 9449 §5). */
    @Transactional
    public Authorization bind(Authorization authorization, Optional<String> thumbprint) {
        thumbprint.ifPresent(key ->
                entities.find(TokenFamily.class, authorization.familyId()).bindTo(key));
        return authorization.boundTo(thumbprint);
    }

    /**
     * Binds what a client is about to get to the key that it proved, if it did (RFC 9449 §5): a public client's refresh
     * tokens too; others are bound to the client already.
     */
    @Transactional
    public Authorization bound(Authorization authorization, Client client, Optional<String> keyThumbprint) {
        return client.confidential() ? authorization.boundTo(keyThumbprint) : bind(authorization, keyThumbprint);
    }

    /** How the person signed in who gave a family's authorization; empty where no person did. */
    @Transactional
    Optional<Authentication> authentication(String familyId) {
        return Optional.ofNullable(entities.find(TokenFamily.class, familyId)).flatMap(TokenFamily::authentication);
    }

    /** Ends a family: none of its tokens is accepted from the next request on. Tells whether it was still living. */
    @Transactional
    boolean revoke(String familyId) {
        changed.fire(new StandingChanged());
        return entities.createNamedQuery("TokenFamily.revoke")
                        .setParameter("now", clock.instant())
                        .setParameter("id", familyId)
                        .executeUpdate()
                == 1;
    }

    @Override
    public String name() {
        return "oauth_grant";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, TokenFamily.class, "id", "expiresAt", now.minus(MEMORY), limit);
    }
}
