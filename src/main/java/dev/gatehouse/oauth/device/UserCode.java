package dev.gatehouse.oauth.device;

import dev.gatehouse.platform.crypto.Digests;
import dev.gatehouse.platform.crypto.Randomness;
import java.util.Locale;

/**
 * The code that a person types from their device (RFC 8628 §6.1): eight letters, without vowels that could make words
 * and without any that look alike. How it is typed makes no difference.
 */
record UserCode(String letters) {
    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final int LONGEST_TYPED = 50;

    static UserCode random() {
        return new UserCode(Randomness.of(ALPHABET, LENGTH));
    }

    /** What a person typed, right or wrong. */
    static UserCode typed(String text) {
        var letters = text.substring(0, Math.min(text.length(), LONGEST_TYPED))
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "");
        return new UserCode(letters);
    }

    /** As it is shown: {@code XXXX-XXXX}. */
    String shown() {
        return letters.length() == LENGTH
                ? letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2)
                : letters;
    }

    String hash() {
        return Digests.sha256(letters);
    }

    @Override
    public String toString() {
        return "UserCode[hidden]";
    }
}
