package dev.gatehouse.identity.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passwords that are tried first, told by how people make them: a known word, perhaps repeated, with digits and signs
 * around it or in place of letters; a sequence; a few characters over and over.
 */
final class CommonPasswords {
    private static final Set<String> WORDS = read();
    private static final Pattern REPEATED = Pattern.compile("(.{1,8}?)\\1+.{0,3}", Pattern.DOTALL);
    private static final Pattern ENDS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final int FEW_CHARACTERS = 5;

    private CommonPasswords() {}

    /** Whether a password, in lower case, is one of them. */
    static boolean include(String password) {
        return password.codePoints().distinct().count() < FEW_CHARACTERS
                || REPEATED.matcher(password).matches()
                || sequence(password)
                || cores(password)
                        .filter(core -> core.length() * 3 >= password.length())
                        .anyMatch(CommonPasswords::known);
    }

    /** What may be left of a password as the word behind it. */
    private static Stream<String> cores(String password) {
        var trimmed = ENDS.matcher(password).replaceAll("");
        var plain = trimmed.replace('0', 'o')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
        return Stream.of(
                password,
                plain.replace('1', 'i'),
                plain.replace('1', 'l'),
                NO_LETTER.matcher(password).replaceAll(""));
    }

    private static boolean known(String core) {
        return WORDS.contains(core)
                || WORDS.stream()
                        .anyMatch(word -> core.length() % word.length() == 0
                                && word.repeat(core.length() / word.length()).equals(core));
    }

    /** Whether two thirds of the steps from one character to the next are by at most one. */
    private static boolean sequence(String password) {
        long steps = 0;
        for (int i = 1; i < password.length(); i++) {
            steps += Math.abs(password.charAt(i) - password.charAt(i - 1)) <= 1 ? 1 : 0;
        }
        return steps * 3 >= (password.length() - 1) * 2L;
    }

    private static Set<String> read() {
        try (var in = CommonPasswords.class.getResourceAsStream("/common-passwords.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
