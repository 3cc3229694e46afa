package dev.gatehouse.oauth.token;

import dev.gatehouse.platform.crypto.Secret;

/** What came of presenting a refresh token of a standing family. */
public sealed interface Rotation {
    /**
     * It was the current one, or a parallel client presented it within the grace window: both get the same successor.
     */
    record Rotated(Secret successor) implements Rotation {}

    /** It came too late. */
    record Expired() implements Rotation {}

    /** It had been replaced long before: somebody has a copy, so the family must be revoked (RFC 9700 §4.14.2). */
    record Reused() implements Rotation {}
}
