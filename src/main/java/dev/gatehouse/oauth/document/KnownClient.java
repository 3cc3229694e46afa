package dev.gatehouse.oauth.document;

import dev.gatehouse.oauth.client.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A client as the database has it, with what is known of its document if it comes from one. */
record KnownClient(Client client, Optional<KnownDocument> document) {

    Optional<String> etag() {
        return document.flatMap(KnownDocument::etag);
    }

    boolean fresh(Instant now) {
        return document.filter(known -> known.freshUntil().isAfter(now)).isPresent();
    }

    boolean checkedWithin(Duration time, Instant now) {
        return document.filter(known -> known.checkedAt().plus(time).isAfter(now))
                .isPresent();
    }
}
