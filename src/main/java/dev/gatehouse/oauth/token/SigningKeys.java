package dev.gatehouse.oauth.token;

import dev.gatehouse.platform.crypto.EcSigningKey;
import dev.gatehouse.platform.crypto.Encryption;
import dev.gatehouse.platform.persistence.Migrations;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The keys that sign access tokens: in the database, encrypted, so that every node signs and verifies with the same
 * ones.
 */
@ApplicationScoped
public class SigningKeys {
    /** The form of our key ids (RFC 7638); what a stranger wrote into a header is not looked up otherwise. */
    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");

    @PersistenceContext
    EntityManager entities;

    @Inject
    Encryption encryption;

    @Inject
    Clock clock;

    private final Map<String, EcSigningKey> opened = new ConcurrentHashMap<>();
    private volatile EcSigningKey active;

    /** The first start makes the first key. Two nodes that start at once make two, and either verifies with both. */
    @Transactional
    void start(@Observes @Priority(Migrations.PRIORITY + 1) @Initialized(ApplicationScoped.class) Object start) {
        active = stored().stream().findFirst().map(this::open).orElseGet(this::create);
    }

    /** The key that signs now. */
    EcSigningKey active() {
        return active;
    }

    /** The key of that id, whichever node made it. */
    @Transactional
    Optional<EcSigningKey> byId(String id) {
        return Optional.of(id)
                .filter(known -> THUMBPRINT.matcher(known).matches())
                .flatMap(this::stored);
    }

    private Optional<EcSigningKey> stored(String id) {
        return Optional.ofNullable(opened.get(id))
                .or(() ->
                        Optional.ofNullable(entities.find(SigningKey.class, id)).map(this::open));
    }

    /** Every public key that a token may have been signed with, as JWKs, the newest first. */
    @Transactional
    public List<Map<String, Object>> publicJwks() {
        return stored().stream().map(key -> open(key).publicJwk()).toList();
    }

    private List<SigningKey> stored() {
        return entities.createNamedQuery("SigningKey.all", SigningKey.class).getResultList();
    }

    private EcSigningKey create() {
        var key = EcSigningKey.generate();
        entities.persist(
                new SigningKey(key.id(), encryption.seal(key.privateJwk(), context(key.id())), clock.instant()));
        opened.put(key.id(), key);
        return key;
    }

    private EcSigningKey open(SigningKey stored) {
        return opened.computeIfAbsent(
                stored.id, id -> EcSigningKey.parse(encryption.open(stored.sealedJwk, context(id))));
    }

    private static String context(String id) {
        return "oauth_signing_key/" + id;
    }
}
