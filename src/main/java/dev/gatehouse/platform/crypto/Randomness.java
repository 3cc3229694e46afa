package dev.gatehouse.platform.crypto;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The one source of randomness. */
public final class Randomness {
    private static final SecureRandom RANDOM = new SecureRandom();
    static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Randomness() {}

    /** That many random bytes. */
    public static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** That many random bytes in base64url without padding. */
    public static String base64Url(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    /** That many characters of {@code [0-9A-Za-z]}, almost six random bits each. */
    public static String alphanumeric(int length) {
        return of(ALPHANUMERIC, length);
    }

    /** That many characters of an alphabet. */
    public static String of(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .mapToObj(alphabet::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /** A UUID that sorts by time (RFC 9562 §5.7): milliseconds first, then 74 random bits. */
    public static String timeOrderedId(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextLong() & 0xFFFL);
        long low = (RANDOM.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }
}
