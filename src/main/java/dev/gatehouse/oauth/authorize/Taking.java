package dev.gatehouse.oauth.authorize;

import dev.gatehouse.platform.http.Parameters;

/** What came of using a pushed request. */
sealed interface Taking {
    /** The one use that it has. */
    record Taken(Parameters parameters) implements Taking {}

    /** There is none to be used; the reason is for the administrator. */
    record Worthless(String reason) implements Taking {}
}
