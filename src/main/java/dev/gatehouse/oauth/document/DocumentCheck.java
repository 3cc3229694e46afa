package dev.gatehouse.oauth.document;

/** Whether a site stands by its document now. */
sealed interface DocumentCheck {

    /** It does, and this is the client that it describes. */
    record Usable(KnownClient known) implements DocumentCheck {}

    /** It has answered, and not with a document that can be used. */
    record Worthless(String reason) implements DocumentCheck {}

    /** Nobody knows: it could not be asked, or could not answer. */
    record Unreachable(String reason) implements DocumentCheck {}
}
