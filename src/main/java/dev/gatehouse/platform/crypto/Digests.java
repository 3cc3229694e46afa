package dev.gatehouse.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes, and the comparison that tells nothing by its duration. */
public final class Digests {
    private Digests() {}

    /** SHA-256 of the UTF-8 bytes, in base64url without padding (43 characters). */
    public static String sha256(String text) {
        try {
            return encode(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The left half of SHA-256, in base64url (22 characters): how an ID token names a token (OpenID Connect Core
     * §3.1.3.6).
     */
    public static String leftHalfOfSha256(String text) {
        var hash = Base64.getUrlDecoder().decode(sha256(text));
        return encode(Arrays.copyOf(hash, hash.length / 2));
    }

    /** Whether two texts are equal, in time that depends on their length only. */
    public static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static String hmacSha256(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
