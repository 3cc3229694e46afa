package dev.gatehouse.oauth.authorize;

import dev.gatehouse.oauth.settings.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One box on the consent page. {@code mcp} is offered as its two halves, so that a person may allow one of them. */
public record ScopeChoice(Scope scope) {
    private static final Set<Scope> UNCONDITIONAL = Set.of(Scope.OFFLINE_ACCESS, Scope.OPENID);

    /** The boxes for a request. */
    static List<ScopeChoice> of(Set<Scope> requested) {
        var offered = EnumSet.noneOf(Scope.class);
        for (var scope : requested) {
            if (scope == Scope.MCP) {
                offered.addAll(Set.of(Scope.MCP_READ, Scope.MCP_WRITE));
            } else if (!UNCONDITIONAL.contains(scope)) {
                offered.add(scope);
            }
        }
        return offered.stream().map(ScopeChoice::new).toList();
    }

    /** What comes with any of them and is not offered for choice. */
    static List<Scope> unconditional(Set<Scope> requested) {
        return requested.stream().filter(UNCONDITIONAL::contains).toList();
    }

    /**
     * The scopes that the ticked boxes leave of a request; empty when none is left of those that open the MCP endpoint,
     * and the client wanted there.
     */
    static Optional<Set<Scope>> granted(Set<Scope> requested, Predicate<ScopeChoice> ticked) {
        var offered = of(requested);
        var chosen = offered.stream().filter(ticked).toList();
        // As the client wrote it, where nothing was taken away.
        if (chosen.size() == offered.size()) {
            return Optional.of(requested);
        }
        if (requested.stream().anyMatch(Scope::ofResource)
                && chosen.stream().map(ScopeChoice::scope).noneMatch(Scope::ofResource)) {
            return Optional.empty();
        }
        var granted = EnumSet.noneOf(Scope.class);
        granted.addAll(unconditional(requested));
        chosen.forEach(choice -> granted.add(choice.scope()));
        return Optional.of(granted);
    }

    /** The name of the box. */
    public String field() {
        return "allow_" + scope.name().toLowerCase(Locale.ROOT);
    }

    /** What it means, in plain words. */
    public String meaning() {
        return scope.meaning();
    }
}
