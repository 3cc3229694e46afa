package dev.gatehouse.oauth.token;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.oauth.error.OAuthAction;
import dev.gatehouse.platform.crypto.Encryption;
import dev.gatehouse.platform.crypto.JwsKey;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The signing keys in the database, encrypted, so that every node signs and verifies with the same ones. */
@ApplicationScoped
class StoredKeys {
    private static final String NONE = "";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Encryption encryption;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    private final Map<String, JwsKey> opened = new ConcurrentHashMap<>();

    /** Makes the first key of an algorithm, unless there is one. */
    @Transactional
    void begin(SigningAlgorithm algorithm) {
        if (entities.find(KeySuccession.class, algorithm).newestId.equals(NONE)) {
            advance(algorithm, NONE, clock.instant());
        }
    }

    /**
     * Makes the successor of the newest key, by one statement whose row count decides among all who try at once; empty
     * for those who came too late.
     */
    @Transactional
    Optional<JwsKey> succeed(SigningAlgorithm algorithm, String newestId, Instant signsFrom, AuditSubject subject) {
        var made = advance(algorithm, newestId, signsFrom);
        made.ifPresent(key ->
                audit.record(AuditEvent.done(OAuthAction.SIGNING_KEY_PUBLISHED, subject, algorithm + " " + key.id())));
        return made;
    }

    private Optional<JwsKey> advance(SigningAlgorithm algorithm, String newestId, Instant signsFrom) {
        var key = JwsKey.generate(algorithm);
        if (!won(algorithm, newestId, key.id())) {
            return Optional.empty();
        }
        var jwk = encryption.seal(key.privateJwk(), context(key.id()));
        entities.persist(new SigningKey(key.id(), algorithm, jwk, clock.instant(), signsFrom));
        return Optional.of(key);
    }

    /** All keys as they stand now. */
    @Transactional
    KeyRing ring() {
        var stored =
                entities.createNamedQuery("SigningKey.all", SigningKey.class).getResultList();
        opened.keySet().retainAll(stored.stream().map(key -> key.id).toList());
        return new KeyRing(stored.stream()
                .map(key -> new KeyRing.Entry(open(key), key.signsFrom))
                .toList());
    }

    /** The key of that id, whichever node made it. */
    @Transactional
    Optional<JwsKey> byId(String id) {
        return Optional.ofNullable(entities.find(SigningKey.class, id)).map(this::open);
    }

    /** Deletes a key for good. */
    @Transactional
    void delete(String id) {
        if (deleted(id)) {
            audit.record(AuditEvent.done(OAuthAction.SIGNING_KEY_DELETED, AuditSubject.anonymous(), id));
        }
    }

    private boolean deleted(String id) {
        return entities.createNamedQuery("SigningKey.delete")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /**
     * Withdraws a key at once, by one statement whose row count decides; empty for a key that is not there. If it was
     * signing, the one that waits for its turn signs from now on, or else a new one; if it was waiting, another waits
     * until that time.
     */
    @Transactional
    Optional<SigningAlgorithm> withdraw(String id, Instant otherwiseFrom, AuditSubject subject) {
        var now = clock.instant();
        lockSuccessions();
        var ring = ring();
        var algorithm = ring.byId(id).map(JwsKey::algorithm);
        if (algorithm.isEmpty() || !deleted(id)) {
            return Optional.empty();
        }
        audit.record(AuditEvent.done(OAuthAction.SIGNING_KEY_WITHDRAWN, subject, algorithm.get() + " " + id));
        boolean signing = ring.signing(algorithm.get(), now).key().id().equals(id);
        if (succeed(algorithm.get(), id, signing ? now : otherwiseFrom, subject).isEmpty() && signing) {
            entities.createNamedQuery("SigningKey.signNow")
                    .setParameter("algorithm", algorithm.get())
                    .setParameter("now", now)
                    .executeUpdate();
        }
        return algorithm;
    }

    /** Two withdrawals at once would each take the other's key for the one that takes over. */
    private void lockSuccessions() {
        entities.createNamedQuery("KeySuccession.all", KeySuccession.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private boolean won(SigningAlgorithm algorithm, String newestId, String nextId) {
        return entities.createNamedQuery("KeySuccession.advance")
                        .setParameter("next", nextId)
                        .setParameter("algorithm", algorithm)
                        .setParameter("newest", newestId)
                        .executeUpdate()
                == 1;
    }

    private JwsKey open(SigningKey stored) {
        return opened.computeIfAbsent(stored.id, id -> JwsKey.parse(encryption.open(stored.sealedJwk, context(id))));
    }

    private static String context(String id) {
        return "oauth_signing_key/" + id;
    }
}
