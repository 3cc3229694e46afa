package dev.gatehouse.oauth.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How well a person proved who they are, as clients ask for it in {@code acr_values} and read it in {@code acr} (OpenID
 * Connect Core §2). Each is worth more than those before it.
 */
public enum AuthenticationContext {
    ONE_FACTOR("1fa"),
    TWO_FACTORS("2fa"),
    PHISHING_RESISTANT("phr");

    /** Methods of RFC 8176 §2 in which a key signs for this site only. */
    private static final Set<String> KEYS = Set.of("hwk", "swk");

    private final String wireName;

    AuthenticationContext(String wireName) {
        this.wireName = wireName;
    }

    /** The value on the wire. */
    public String wireName() {
        return wireName;
    }

    /** What a sign-in by those methods (RFC 8176 §2) was. */
    public static AuthenticationContext of(Set<String> methods) {
        if (methods.stream().anyMatch(KEYS::contains)) {
            return PHISHING_RESISTANT;
        }
        return methods.contains("mfa") ? TWO_FACTORS : ONE_FACTOR;
    }

    /** Whether this is as good as one of those wanted, or none is wanted. */
    public boolean meets(Collection<AuthenticationContext> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(least -> compareTo(least) >= 0);
    }

    /** The known values in a space-separated list; what we do not know is left out. */
    public static Set<AuthenticationContext> known(String values) {
        var names = List.of(values.split(" "));
        return Arrays.stream(values())
                .filter(context -> names.contains(context.wireName))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AuthenticationContext.class)));
    }

    /** The space-separated list of values. */
    public static String join(Set<AuthenticationContext> contexts) {
        return contexts.stream().map(AuthenticationContext::wireName).collect(Collectors.joining(" "));
    }

    /** Every value, as metadata lists them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(AuthenticationContext::wireName).toList();
    }
}
