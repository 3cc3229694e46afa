package dev.gatehouse.platform.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A page to be shown: its template, its data, and where its form may lead besides this site (a CSP source). */
public record Page(String template, Map<String, Object> data, Optional<String> formAction) {

    /** A page of the template {@code templates/<name>.html}. */
    public static Page of(String template) {
        return new Page(template, Map.of(), Optional.empty());
    }

    /** The same page with one more value for its template. */
    public Page with(String name, Object value) {
        var more = new HashMap<>(data);
        more.put(name, value);
        return new Page(template, Map.copyOf(more), formAction);
    }

    /** The same page whose form, by redirects, may end at one more place. */
    public Page leadingTo(String cspSource) {
        return new Page(template, data, Optional.of(cspSource));
    }
}
