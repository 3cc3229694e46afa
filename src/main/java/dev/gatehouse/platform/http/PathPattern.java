package dev.gatehouse.platform.http;

import java.util.Optional;

/** A path, or the beginning of paths when it ends in {@code *}. A single trailing slash makes no difference. */
record PathPattern(String prefix, boolean open) {

    static PathPattern of(String pattern) {
        return pattern.endsWith("*")
                ? new PathPattern(pattern.substring(0, pattern.length() - 1), true)
                : new PathPattern(pattern, false);
    }

    /** What the star stands for in a matching path; empty text when there is no star. */
    Optional<String> rest(String path) {
        if (open) {
            return path.startsWith(prefix) ? Optional.of(path.substring(prefix.length())) : Optional.empty();
        }
        return path.equals(prefix) || path.equals(prefix + "/") ? Optional.of("") : Optional.empty();
    }

    boolean matches(String path) {
        return rest(path).isPresent();
    }
}
