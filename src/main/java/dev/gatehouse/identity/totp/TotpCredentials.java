package dev.gatehouse.identity.totp;

import dev.gatehouse.identity.login.SecondFactors;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.crypto.Encryption;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.crypto.Totp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The authenticator apps of people, one each (RFC 6238). A secret counts once its first code has been typed in. */
@ApplicationScoped
public class TotpCredentials implements SecondFactors {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Encryption encryption;

    @Inject
    Clock clock;

    @Override
    @Transactional
    public boolean setUpBy(Person person) {
        return confirmed(person).isPresent();
    }

    /** A new secret that waits for its first code, in place of another that waits; empty when an app is set up. */
    @Transactional
    public Optional<Secret> propose(Person person) {
        // Two proposals at once would both insert.
        users.lock(person);
        if (confirmed(person).isPresent()) {
            return Optional.empty();
        }
        var secret = Totp.secret();
        entities.merge(new TotpCredential(person.id(), encryption.seal(secret.reveal(), context(person))));
        return Optional.of(secret);
    }

    /** The secret that waits for its first code. */
    @Transactional
    public Optional<Secret> proposed(Person person) {
        return find(person).filter(found -> found.confirmedAt == null).map(found -> secret(person, found));
    }

    /** Takes the first code, after which the app counts. */
    @Transactional
    public boolean confirm(Person person, String code) {
        return find(person)
                .filter(found -> found.confirmedAt == null)
                .filter(found -> Totp.stepOf(code, secret(person, found), clock.instant()).stream()
                        .anyMatch(step -> confirm(found, step)))
                .isPresent();
    }

    /** Takes a code of the person's app, each once and none older than one that was taken (RFC 6238 §5.2). */
    @Transactional
    public boolean accept(Person person, String code) {
        return confirmed(person).stream()
                .flatMapToLong(found -> Totp.stepOf(code, secret(person, found), clock.instant()).stream())
                .anyMatch(step -> accept(person, step));
    }

    /** Forgets the person's app; tells whether there was one. */
    @Transactional
    public boolean remove(Person person) {
        return entities.createNamedQuery("TotpCredential.remove")
                        .setParameter("user", person.id())
                        .executeUpdate()
                == 1;
    }

    private boolean confirm(TotpCredential found, long step) {
        return entities.createNamedQuery("TotpCredential.confirm")
                        .setParameter("now", clock.instant())
                        .setParameter("step", step)
                        .setParameter("user", found.userId)
                        .setParameter("sealed", found.sealedSecret)
                        .executeUpdate()
                == 1;
    }

    private boolean accept(Person person, long step) {
        return entities.createNamedQuery("TotpCredential.accept")
                        .setParameter("step", step)
                        .setParameter("user", person.id())
                        .executeUpdate()
                == 1;
    }

    private Optional<TotpCredential> confirmed(Person person) {
        return find(person).filter(found -> found.confirmedAt != null);
    }

    private Optional<TotpCredential> find(Person person) {
        return Optional.ofNullable(entities.find(TotpCredential.class, person.id()));
    }

    private Secret secret(Person person, TotpCredential found) {
        return new Secret(encryption.open(found.sealedSecret, context(person)));
    }

    private static String context(Person person) {
        return "identity_totp:" + person.id();
    }
}
