package dev.gatehouse.oauth.code;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.crypto.Digests;
import java.util.regex.Pattern;

/** Proof Key for Code Exchange (RFC 7636), S256 only. */
public final class Pkce {
    /** The one method: a plain challenge would protect nothing (RFC 9700 §2.1.1). */
    public static final String METHOD = "S256";

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private Pkce() {}

    /** RFC 7636 §4.6: refuses a verifier that is malformed or not the one behind the challenge. */
    public static void verify(String verifier, String challenge) {
        if (!VERIFIER.matcher(verifier).matches() || !Digests.equal(Digests.sha256(verifier), challenge)) {
            throw OAuthException.of(OAuthError.INVALID_GRANT, "code_verifier does not belong to this code");
        }
    }
}
