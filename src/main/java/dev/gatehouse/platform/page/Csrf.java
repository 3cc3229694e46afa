package dev.gatehouse.platform.page;

import dev.gatehouse.platform.crypto.Digests;
import dev.gatehouse.platform.crypto.Secret;
import jakarta.ws.rs.core.Response;

/**
 * The proof that a form was filled in on a page of ours: a hidden field that only the holder of a cookie secret could
 * have been given.
 */
public final class Csrf {
    private Csrf() {}

    /** The hidden field's value for a form of that purpose, on a page shown to the holder of the secret. */
    public static String token(Secret cookie, String purpose) {
        return cookie.derive("", "csrf:" + purpose).reveal();
    }

    /** Refuses a form whose hidden field does not belong to the cookie, with a page that says how to go on. */
    public static void require(Secret cookie, String purpose, String presented) {
        if (!Digests.equal(token(cookie, purpose), presented)) {
            throw refused();
        }
    }

    /** The refusal of a form that does not come from this browser's own page. */
    public static PageException refused() {
        return new PageException(
                Response.Status.FORBIDDEN,
                "This form is out of date",
                "It was not opened in this browser, or cookies are blocked. Go back, reload the page and try again.");
    }
}
