package dev.gatehouse.identity.totp;

import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.crypto.Randomness;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Codes on paper for whoever has lost their second factor, each good once, kept as hashes. They have some 80 random
 * bits, so nobody finds one by trying.
 */
@ApplicationScoped
public class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** New codes in place of all that the person had, to be shown once: {@code abcd-efgh-ijkl-mnop}. */
    @Transactional
    public List<String> issue(Person person) {
        removeAll(person);
        var codes = Stream.generate(RecoveryCodes::random).limit(COUNT).toList();
        codes.forEach(code -> entities.persist(new RecoveryCode(hash(person, code), person.id())));
        return codes;
    }

    /** Takes a code of the person, once. */
    @Transactional
    public boolean use(Person person, String code) {
        return entities.createNamedQuery("RecoveryCode.use")
                        .setParameter("now", clock.instant())
                        .setParameter("hash", hash(person, code))
                        .setParameter("user", person.id())
                        .executeUpdate()
                == 1;
    }

    /** How many the person has left. */
    @Transactional
    public long left(Person person) {
        return entities.createNamedQuery("RecoveryCode.left", Long.class)
                .setParameter("user", person.id())
                .getSingleResult();
    }

    /** Makes every code of the person worthless. */
    @Transactional
    public void removeAll(Person person) {
        entities.createNamedQuery("RecoveryCode.removeAll")
                .setParameter("user", person.id())
                .executeUpdate();
    }

    private static String random() {
        return Randomness.alphanumeric(LENGTH).toLowerCase(Locale.ROOT).replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    private static String hash(Person person, String code) {
        var typed = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return new Secret(person.id() + "\n" + typed).hash();
    }
}
