package dev.gatehouse.identity.login;

import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.page.Cookies;
import dev.gatehouse.platform.persistence.Expired;
import dev.gatehouse.platform.schedule.Swept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Those who have proven one factor and are asked for another, by a cookie that is no session. */
@ApplicationScoped
class PendingSignIns implements Swept {
    private static final String COOKIE = "gatehouse_sign_in";
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Cookies cookies;

    @Inject
    Clock clock;

    @Transactional
    NewCookie begin(Person person, Set<String> methods) {
        var secret = Secret.random();
        entities.persist(new PendingSignIn(
                secret.hash(),
                person,
                String.join(" ", methods),
                clock.instant().plus(LIFETIME)));
        return cookies.keep(COOKIE, secret, LIFETIME);
    }

    @Transactional
    Optional<HalfSignedIn> current(HttpHeaders headers) {
        return cookies.read(headers, COOKIE)
                .flatMap(cookie -> Optional.ofNullable(entities.find(PendingSignIn.class, cookie.hash())))
                .filter(pending -> pending.waits(clock.instant()))
                .flatMap(pending -> users.byId(pending.userId)
                        .filter(pending::counts)
                        .map(person -> new HalfSignedIn(
                                person, Set.of(pending.methods.split(" ")), Optional.of(pending.hash))));
    }

    /** Ends the wait, by one statement whose row count decides. */
    @Transactional
    boolean finish(String hash) {
        return entities.createNamedQuery("PendingSignIn.finish")
                        .setParameter("hash", hash)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    NewCookie forget() {
        return cookies.forget(COOKIE);
    }

    @Override
    public String name() {
        return "identity_pending_sign_in";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, PendingSignIn.class, "hash", "expiresAt", now, limit);
    }
}
