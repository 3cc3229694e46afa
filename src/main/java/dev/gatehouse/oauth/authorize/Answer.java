package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.platform.crypto.Secret;

/** What a person's answer to an authorization request led to. */
sealed interface Answer {
    /** The client may; the code is what it gets. */
    record Approved(Secret code) implements Answer {}

    /** The device may, and asks for itself. */
    record Connected() implements Answer {}

    /** The client may not, and is told why. */
    record Refused(OAuthError error, String description) implements Answer {}

    /** Somebody, probably a second click, has answered before. */
    record AlreadyAnswered() implements Answer {}
}
