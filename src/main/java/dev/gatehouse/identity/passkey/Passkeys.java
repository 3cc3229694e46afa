package dev.gatehouse.identity.passkey;

import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.crypto.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The passkeys of people (Web Authentication Level 3), any number each. */
@ApplicationScoped
public class Passkeys {
    private static final int MOST = 20;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Users users;

    @Inject
    Clock clock;

    /** The passkeys of a person, the oldest first. */
    @Transactional
    public List<StoredPasskey> of(Person person) {
        return entities.createNamedQuery("Passkey.ofUser", Passkey.class)
                .setParameter("user", person.id())
                .getResultStream()
                .map(Passkey::stored)
                .toList();
    }

    /** Adds a passkey, unless it is there already or the person has as many as anybody may. */
    @Transactional
    public boolean add(Person person, String name, NewPasskey made) {
        // Two tabs that add the same passkey at once would both insert.
        users.lock(person);
        boolean room =
                of(person).size() < MOST && byCredentialId(made.credentialId()).isEmpty();
        if (room) {
            entities.persist(new Passkey(id(made.credentialId()), person.id(), name, made, clock.instant()));
            entities.flush();
        }
        return room;
    }

    /** Removes a passkey of the person; tells whether it was theirs. */
    @Transactional
    public boolean remove(Person person, String id) {
        return entities.createNamedQuery("Passkey.remove")
                        .setParameter("id", id)
                        .setParameter("user", person.id())
                        .executeUpdate()
                == 1;
    }

    @Transactional
    Optional<StoredPasskey> byCredentialId(String credentialId) {
        return Optional.ofNullable(entities.find(Passkey.class, id(credentialId)))
                .map(Passkey::stored);
    }

    /** Notes that a passkey has answered a challenge of that time, once, and counted further meanwhile. */
    @Transactional
    boolean use(StoredPasskey passkey, long count, Instant challenge) {
        return entities.createNamedQuery("Passkey.use")
                        .setParameter("count", count)
                        .setParameter("challenge", challenge)
                        .setParameter("now", clock.instant())
                        .setParameter("id", passkey.id())
                        .setParameter("known", passkey.signCount())
                        .executeUpdate()
                == 1;
    }

    /** Credential ids may have 1,023 bytes, too many for a key. */
    private static String id(String credentialId) {
        return Digests.sha256(credentialId);
    }
}
