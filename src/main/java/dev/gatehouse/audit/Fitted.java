package dev.gatehouse.audit;

/**
 * Text made to fit its column: a record must never be lost because a name is long, nor because a database dislikes a
 * character.
 */
public final class Fitted {
    private static final String CUT = "…";

    private Fitted() {}

    /** The text, cut to that many characters, without any that a database refuses; null stays null. */
    public static String to(int length, String text) {
        if (text == null) {
            return null;
        }
        var storable = storable(text);
        return storable.length() <= length ? storable : cut(storable, length - 1) + CUT;
    }

    /** Between two characters, never through one that takes two places. */
    private static String cut(String text, int length) {
        boolean through = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, through ? length - 1 : length);
    }

    /** PostgreSQL refuses U+0000, and unpaired surrogates are not UTF-8. */
    private static String storable(String text) {
        return text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
