package dev.gatehouse.oauth.token;

import dev.gatehouse.platform.crypto.SigningAlgorithm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A published key as an operator sees it. {@code signsFrom} is empty for one of a key store, where the order of names
 * decides.
 */
public record PublishedKey(String id, SigningAlgorithm algorithm, State state, Optional<Instant> signsFrom) {
    /** Whether its turn to sign is to come, has come, or is over. */
    public enum State {
        NEXT,
        ACTIVE,
        PASSIVE
    }

    static List<PublishedKey> all(KeyRing ring, Instant now) {
        return ring.entries().stream().map(entry -> of(ring, entry, now)).toList();
    }

    static PublishedKey newest(KeyRing ring, SigningAlgorithm algorithm, Instant now) {
        return of(ring, ring.newest(algorithm), now);
    }

    static PublishedKey signing(KeyRing ring, SigningAlgorithm algorithm, Instant now) {
        return of(ring, ring.signing(algorithm, now), now);
    }

    private static PublishedKey of(KeyRing ring, KeyRing.Entry entry, Instant now) {
        var algorithm = entry.key().algorithm();
        var turn = Optional.of(entry.signsFrom())
                .filter(instant -> !instant.equals(Instant.MIN) && !instant.equals(Instant.MAX));
        return new PublishedKey(entry.key().id(), algorithm, state(ring, entry, now), turn);
    }

    private static State state(KeyRing ring, KeyRing.Entry entry, Instant now) {
        if (entry.equals(ring.signing(entry.key().algorithm(), now))) {
            return State.ACTIVE;
        }
        return entry.signsFrom().isAfter(now) && entry.signsFrom().isBefore(Instant.MAX) ? State.NEXT : State.PASSIVE;
    }
}
