package dev.gatehouse.oauth.document;

import dev.gatehouse.oauth.client.ClientMetadata;
import java.time.Duration;
import java.util.Optional;

/** What came of asking for a document. */
sealed interface DocumentAnswer {

    /** A document that can be used, and for how long without asking again. */
    record Read(ClientMetadata metadata, Optional<String> etag, Duration fresh) implements DocumentAnswer {}

    /** The document is the one that we have. */
    record Unchanged(Duration fresh) implements DocumentAnswer {}

    /** The site has answered, and not with a document that can be used. */
    record Worthless(String reason) implements DocumentAnswer {}

    /** The site could not be asked, or could not answer, for now. */
    record Unreachable(String reason) implements DocumentAnswer {}
}
