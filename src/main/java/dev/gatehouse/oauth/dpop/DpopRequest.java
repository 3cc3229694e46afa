package dev.gatehouse.oauth.dpop;

import dev.gatehouse.platform.crypto.Secret;
import java.util.List;
import java.util.Optional;

/**
 * What a proof must be about: the {@code DPoP} headers of a request, its method and URL, and the access token that it
 * carries, if any.
 */
public record DpopRequest(List<String> proofs, String method, String url, Optional<Secret> accessToken) {
    /** The request header of a proof (RFC 9449 §4.1). */
    public static final String HEADER = "DPoP";

    /** The response header of a nonce (RFC 9449 §8.2). */
    public static final String NONCE_HEADER = "DPoP-Nonce";
}
