package dev.gatehouse.identity.passkey;

import dev.gatehouse.platform.http.Parameters;
import java.util.Base64;
import java.util.Optional;

/** A field of an authenticator's answer: base64url of at most as many bytes as an honest one has. */
final class AuthenticatorAnswer {
    private static final int MAX_LENGTH = 16_384;

    private AuthenticatorAnswer() {}

    static Optional<byte[]> bytes(Parameters form, String field) {
        var encoded = form.text(field);
        if (encoded.isEmpty() || encoded.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(encoded));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
