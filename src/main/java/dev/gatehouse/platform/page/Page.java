package dev.gatehouse.platform.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A page to be shown: its template, its data, where its form may lead besides this site (a CSP source), and whether it
 * runs a script of ours.
 */
public record Page(String template, Map<String, Object> data, Optional<String> formAction, boolean script) {

    /** A page of the template {@code templates/<name>.html}. */
    public static Page of(String template) {
        return new Page(template, Map.of(), Optional.empty(), false);
    }

    /** The same page with one more value for its template. */
    public Page with(String name, Object value) {
        var more = new HashMap<>(data);
        more.put(name, value);
        return new Page(template, Map.copyOf(more), formAction, script);
    }

    /** The same page whose form, by redirects, may end at one more place. */
    public Page leadingTo(String cspSource) {
        return new Page(template, data, Optional.of(cspSource), script);
    }

    /** The same page, which may run scripts among our assets, and still no others. */
    public Page scripted() {
        return new Page(template, data, formAction, true);
    }
}
