package dev.gatehouse.identity.user;

import dev.gatehouse.platform.crypto.Secret;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which passwords people may choose: long ones that are neither common nor their own name. No rules about kinds of
 * characters, and no expiry, because both make passwords worse (NIST SP 800-63B §5.1.1.2).
 */
public final class PasswordPolicy {
    /** The longest password that is looked at, in UTF-16 units as they are sent. */
    public static final int MAX_LENGTH = 1_000;

    private static final int MIN_LENGTH = 12;
    /** What must be left of a password when the person's name and address are taken out of it. */
    private static final int MIN_REST = 8;
    /** Shorter parts of names occur in any text. */
    private static final int MIN_NAME = 4;

    private PasswordPolicy() {}

    /**
     * The one form of a password, NFKC, so that the same keys give the same password on every keyboard and system (RFC
     * 8265 §4.2). What is longer than {@link #MAX_LENGTH} stays as it is: it is never right.
     */
    public static Secret canonical(Secret password) {
        return password.length() > MAX_LENGTH
                ? password
                : new Secret(Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC));
    }

    /** What is wrong with a password for somebody of that address and name; empty when it may be set. */
    public static Optional<PasswordProblem> judge(Secret password, String email, String name) {
        if (password.length() > MAX_LENGTH) {
            return Optional.of(PasswordProblem.TOO_LONG);
        }
        var text = canonical(password).reveal();
        if (text.codePointCount(0, text.length()) < MIN_LENGTH) {
            return Optional.of(PasswordProblem.TOO_SHORT);
        }
        var lower = text.toLowerCase(Locale.ROOT);
        if (CommonPasswords.include(lower)) {
            return Optional.of(PasswordProblem.COMMON);
        }
        return restOf(lower, email, name).length() < MIN_REST
                ? Optional.of(PasswordProblem.PERSONAL)
                : Optional.empty();
    }

    private static String restOf(String password, String email, String name) {
        return Stream.concat(
                        Stream.of(email, email.split("@", 2)[0]),
                        Arrays.stream((name + " " + email).split("[^\\p{L}\\p{N}]+")))
                .map(part -> Normalizer.normalize(part, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .filter(longEnough())
                .reduce(password, (rest, part) -> rest.replace(part, ""));
    }

    private static Predicate<String> longEnough() {
        return part -> part.length() >= MIN_NAME;
    }
}
