package dev.gatehouse.oauth.userinfo;

import dev.gatehouse.oauth.error.OAuthError;
import java.util.Optional;

/** What came of asking about the person behind an access token. */
sealed interface UserinfoAnswer {
    /** This. */
    record Told(Userinfo userinfo) implements UserinfoAnswer {}

    /** The token is not, or no longer, worth anything. */
    record Worthless(String clientId, String reason) implements UserinfoAnswer {}

    /**
     * The token comes without the proof of possession that it needs, or with one too many: an error of RFC 9449 §7.1.
     */
    record Unproven(String clientId, OAuthError error, String reason, Optional<String> nonce)
            implements UserinfoAnswer {}

    /** The token does not tell about its person. */
    record Uncovered(String clientId) implements UserinfoAnswer {}
}
