package dev.gatehouse.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A checksum by which a mistyped or cut key is told from a wrong one without asking the database. No security rests on
 * it.
 */
public final class Checksum {
    /** The length of every checksum, in characters of {@code [0-9A-Za-z]}. */
    public static final int LENGTH = 6;

    private Checksum() {}

    /** The CRC-32 of a text, in base 62. */
    public static String of(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        var rest = crc.getValue();
        var digits = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            digits.insert(0, Randomness.ALPHANUMERIC.charAt((int) (rest % Randomness.ALPHANUMERIC.length())));
            rest /= Randomness.ALPHANUMERIC.length();
        }
        return digits.toString();
    }
}
