package dev.gatehouse.oauth.client;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.crypto.VerificationKeys;
import dev.gatehouse.platform.json.Members;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * By what a client without a secret proves itself: its public keys, as a JWK set or as the URL of one (RFC 7591 §2), or
 * the subject of its certificate (RFC 8705 §2.1.2).
 */
public record ClientKeys(Optional<String> jwks, Optional<URI> jwksUri, Optional<String> certificateSubject) {
    private static final int MAX_JWKS = 16_000;
    private static final int MAX_TEXT = 500;
    private static final ClientKeys NONE = new ClientKeys(Optional.empty(), Optional.empty(), Optional.empty());

    /** Of a client that has none. */
    public static ClientKeys none() {
        return NONE;
    }

    /** Whether there are keys by which a signature can be checked. */
    boolean published() {
        return jwks.isPresent() || jwksUri.isPresent();
    }

    /** Those that a method needs, and only those; a method without its keys is refused. */
    static ClientKeys of(ClientAuthenticationMethod method, Members members) {
        return switch (method) {
            case PRIVATE_KEY_JWT -> published(members);
            case TLS_CLIENT_AUTH -> certificate(members);
            case NONE, CLIENT_SECRET_BASIC, CLIENT_SECRET_POST -> NONE;
        };
    }

    private static ClientKeys published(Members members) {
        var jwks = members.object("jwks").map(Object::toString);
        var jwksUri = members.string("jwks_uri");
        if (jwks.isPresent() == jwksUri.isPresent()) {
            throw refuse("private_key_jwt needs the public keys in exactly one of jwks and jwks_uri.");
        }
        if (jwks.filter(text ->
                        text.length() > MAX_JWKS || VerificationKeys.parse(text).isEmpty())
                .isPresent()) {
            throw refuse("jwks must be a JWK set of public keys only.");
        }
        return new ClientKeys(jwks, jwksUri.map(ClientKeys::https), Optional.empty());
    }

    private static ClientKeys certificate(Members members) {
        var subject = members.string("tls_client_auth_subject_dn")
                .filter(name -> name.length() <= MAX_TEXT)
                .orElseThrow(() -> refuse("tls_client_auth needs tls_client_auth_subject_dn."));
        return new ClientKeys(Optional.empty(), Optional.empty(), Optional.of(subject));
    }

    private static URI https(String text) {
        try {
            var uri = new URI(text);
            if (text.length() <= MAX_TEXT && "https".equals(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw refuse("jwks_uri must be an https URL.");
    }

    private static OAuthException refuse(String description) {
        return OAuthException.of(OAuthError.INVALID_CLIENT_METADATA, description);
    }
}
