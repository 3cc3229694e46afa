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

/**
 * The browsers in which people have signed in before. Whoever guesses passwords elsewhere cannot slow their owners down
 * there. It proves nothing else.
 */
@ApplicationScoped
public class KnownDevices implements Swept {
    private static final String COOKIE = "gatehouse_device";
    private static final Duration LIFETIME = Duration.ofDays(365);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Cookies cookies;

    @Inject
    Clock clock;

    /** The name under which this browser is known for that account; looked up for unknown accounts too. */
    @Transactional
    Optional<String> of(String account, HttpHeaders headers) {
        return cookies.read(headers, COOKIE)
                .map(cookie -> hash(cookie, account))
                .filter(hash -> Optional.ofNullable(entities.find(KnownDevice.class, hash))
                        .filter(device -> device.expiresAt.isAfter(clock.instant()))
                        .isPresent());
    }

    /** Remembers that the person has signed in in this browser, by a cookie that serves everybody who does. */
    @Transactional
    NewCookie remember(Person person, HttpHeaders headers) {
        var cookie = cookies.read(headers, COOKIE).orElseGet(Secret::random);
        var hash = hash(cookie, person.email());
        // Two tabs that sign in at once would both insert.
        users.lock(person);
        var until = clock.instant().plus(LIFETIME);
        if (!renewed(hash, until)) {
            entities.persist(new KnownDevice(hash, person.id(), until));
            entities.flush();
        }
        return cookies.keep(COOKIE, cookie, LIFETIME);
    }

    /** Forgets the person's browsers, but not the one that sent these headers. */
    @Transactional
    void forgetOthers(Person person, HttpHeaders headers) {
        entities.createNamedQuery("KnownDevice.forget")
                .setParameter("user", person.id())
                .setParameter(
                        "kept",
                        cookies.read(headers, COOKIE)
                                .map(cookie -> hash(cookie, person.email()))
                                .orElse(""))
                .executeUpdate();
    }

    /** Forgets every browser of the person. */
    @Transactional
    void forgetAll(Person person) {
        entities.createNamedQuery("KnownDevice.forget")
                .setParameter("user", person.id())
                .setParameter("kept", "")
                .executeUpdate();
    }

    @Override
    public String name() {
        return "identity_known_device";
    }

    @Override
    @Transactional
    public int sweep(Instant now, int limit) {
        return Expired.delete(entities, KnownDevice.class, "hash", "expiresAt", now, limit);
    }

    private boolean renewed(String hash, Instant until) {
        return entities.createNamedQuery("KnownDevice.renew")
                        .setParameter("hash", hash)
                        .setParameter("until", until)
                        .executeUpdate()
                == 1;
    }

    private static String hash(Secret cookie, String account) {
        return cookie.derive("", "device:" + account).hash();
    }
}
