package dev.gatehouse.oauth.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When keys come and go. A key signs for its lifetime; it is published an overlap before, so that whoever caches our
 * keys knows it in time, and until an overlap after the last token that it signed has expired.
 */
record KeyTimetable(Duration lifetime, Duration overlap, Duration longestToken) {

    /** Whether it is time to publish the successor of a key. */
    boolean due(KeyRing.Entry newest, Instant now) {
        return !newest.signsFrom().plus(lifetime).minus(overlap).isAfter(now);
    }

    /** When a key that is published now may begin to sign. */
    Instant turnOf(Instant publishedAt) {
        return publishedAt.plus(overlap);
    }

    /** The keys of which no token can be alive any more. */
    List<String> outlived(KeyRing ring, Instant now) {
        return ring.entries().stream()
                .filter(entry -> ring.endedBy(entry)
                        .filter(end -> !end.plus(longestToken).plus(overlap).isAfter(now))
                        .isPresent())
                .map(entry -> entry.key().id())
                .toList();
    }
}
