package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.settings.SigningKeySettings;
import dev.gatehouse.platform.crypto.JwsKey;
import dev.gatehouse.platform.crypto.KeyStoreKeys;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import dev.gatehouse.platform.persistence.Migrations;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * The keys that sign tokens, as this node knows them: those of the operator's key store, if there is one, else those of
 * the database. The database is asked once in a while, not for every token.
 */
@ApplicationScoped
public class SigningKeys {
    /** The form of our key ids (RFC 7638); what a stranger wrote into a header is not looked up otherwise. */
    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** How old what this node knows may grow: a key that another node withdrew counts no longer than a second. */
    private static final Duration BELIEVED = Duration.ofMillis(900);

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.keys");

    @Inject
    StoredKeys stored;

    @Inject
    KeyStoreKeys keyStore;

    @Inject
    SigningKeySettings settings;

    @Inject
    Clock clock;

    private final ReentrantLock reading = new ReentrantLock();
    private volatile KeyRing ring;
    private volatile Instant readAt = Instant.MIN;

    /** The first start makes the first keys, one node of all. */
    void start(@Observes @Priority(Migrations.PRIORITY + 1) @Initialized(ApplicationScoped.class) Object start) {
        if (!held()) {
            List.of(SigningAlgorithm.values()).forEach(stored::begin);
        }
        refresh();
    }

    /** Whether the keys are the operator's own, to be changed by nobody else. */
    boolean held() {
        return !keyStore.all().isEmpty();
    }

    /** Reads the keys anew, and gives what was read. */
    KeyRing refresh() {
        reading.lock();
        try {
            readAt = clock.instant();
            ring = held() ? KeyRing.inOrder(keyStore.all()) : stored.ring();
            return ring;
        } finally {
            reading.unlock();
        }
    }

    /** What is known, read anew by one of those who find it old; the others do not wait. */
    private KeyRing current() {
        if (!held() && old() && reading.tryLock()) {
            try {
                return refresh();
            } catch (RuntimeException e) {
                // What needs no database goes on without it; a token does, and is refused there.
                LOG.log(System.Logger.Level.WARNING, "event=signing_keys_unread", e);
            } finally {
                reading.unlock();
            }
        }
        return ring;
    }

    private boolean old() {
        var now = clock.instant();
        return now.isBefore(readAt) || now.isAfter(readAt.plus(BELIEVED));
    }

    /** The key that signs access tokens now. */
    JwsKey forAccessTokens() {
        return signing(settings.signingAlgorithm());
    }

    /** The key of that algorithm that signs now. */
    JwsKey signing(SigningAlgorithm algorithm) {
        return current().signing(algorithm, clock.instant()).key();
    }

    /** The key of that id; one that another node has just made is found in the database. */
    Optional<JwsKey> byId(String id) {
        return current()
                .byId(id)
                .or(() -> Optional.of(id)
                        .filter(unknown ->
                                !held() && THUMBPRINT.matcher(unknown).matches())
                        .flatMap(stored::byId));
    }

    /** All published keys, the newest first. */
    public List<PublishedKey> published() {
        return PublishedKey.all(current(), clock.instant());
    }

    /** Every public key that a living token may have been signed with, and those to come, as JWKs, the newest first. */
    public List<Map<String, Object>> publicJwks() {
        return current().publicJwks();
    }
}
