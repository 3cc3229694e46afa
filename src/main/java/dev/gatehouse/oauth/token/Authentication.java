package dev.gatehouse.oauth.token;

import dev.gatehouse.oauth.settings.AuthenticationContext;
import java.time.Instant;
import java.util.Set;

/** When and by which methods (RFC 8176) the person signed in who gave an authorization. */
public record Authentication(Instant time, Set<String> methods) {

    /** How much it is worth, as ID tokens say it. */
    AuthenticationContext context() {
        return AuthenticationContext.of(methods);
    }
}
