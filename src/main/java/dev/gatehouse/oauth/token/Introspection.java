package dev.gatehouse.oauth.token;

import java.util.List;
import java.util.Map;

/**
 * The introspection response (RFC 7662 §2.2); of a token that is not active it says nothing else. Times are in seconds.
 */
public record Introspection(
        boolean active,
        String scope,
        String clientId,
        String username,
        String tokenType,
        Long exp,
        Long iat,
        String sub,
        List<String> aud,
        String iss,
        String jti,
        Map<String, Object> cnf,
        Object act) {

    /** Of anything that cannot be used now, or that is none of the asker's business. */
    static Introspection inactive() {
        return new Introspection(false, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Override
    public String toString() {
        return "Introspection[" + active + "]";
    }
}
