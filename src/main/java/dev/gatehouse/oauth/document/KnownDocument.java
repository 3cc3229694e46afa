package dev.gatehouse.oauth.document;

import java.time.Instant;
import java.util.Optional;

/** When the site last stood by a document, and until when it need not be asked. */
record KnownDocument(Optional<String> etag, Instant checkedAt, Instant freshUntil) {}
