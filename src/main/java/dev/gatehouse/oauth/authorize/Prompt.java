package dev.gatehouse.oauth.authorize;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a client wants the person to be asked, whatever we know already (OpenID Connect Core §3.1.2.1). */
public enum Prompt {
    NONE,
    LOGIN,
    CONSENT,
    SELECT_ACCOUNT;

    /** The value on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every value, as metadata lists them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Prompt::wireName).toList();
    }

    /** The known values in a space-separated list; what we do not know is left out. */
    static Set<Prompt> known(String values) {
        var names = List.of(values.split(" "));
        return Arrays.stream(values())
                .filter(prompt -> names.contains(prompt.wireName()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Prompt.class)));
    }

    static String join(Set<Prompt> prompts) {
        return prompts.stream().map(Prompt::wireName).collect(Collectors.joining(" "));
    }
}
