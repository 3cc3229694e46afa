package dev.gatehouse.oauth.settings;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client may ask for (RFC 6749 §3.3, OpenID Connect Core §5.4), and how a person reads it. {@link #MCP} contains
 * the two others of the resource.
 */
public enum Scope {
    MCP("mcp", "Read everything that you can read, and make the changes that you may make"),
    MCP_READ("mcp:read", "Read everything that you can read"),
    MCP_WRITE("mcp:write", "Make the changes that you may make"),
    OFFLINE_ACCESS("offline_access", "Stay connected while you are away"),
    OPENID("openid", "Recognize you when you come back"),
    PROFILE("profile", "See your name"),
    EMAIL("email", "See your e-mail address");

    private final String wireName;
    private final String meaning;

    Scope(String wireName, String meaning) {
        this.wireName = wireName;
        this.meaning = meaning;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** What it means, in plain words for the consent page. */
    public String meaning() {
        return meaning;
    }

    /** Whether it means something at the MCP endpoint; the others speak to the authorization server alone. */
    public boolean ofResource() {
        return this == MCP || this == MCP_READ || this == MCP_WRITE;
    }

    /** Whether a token with these scopes opens anything: the MCP endpoint, or what we tell about its person. */
    public static boolean open(Set<Scope> scopes) {
        return scopes.contains(OPENID) || scopes.stream().anyMatch(Scope::ofResource);
    }

    /** Whether having this scope includes another. */
    public boolean contains(Scope other) {
        return this == other || (this == MCP && (other == MCP_READ || other == MCP_WRITE));
    }

    /** The known scopes in a space-separated list; what we do not know is left out, as RFC 6749 §3.3 allows. */
    public static Set<Scope> known(String scope) {
        return Arrays.stream(scope.split(" "))
                .flatMap(name -> named(name).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /** The scopes without those that another of them contains anyway, for people to read. */
    public static Set<Scope> essential(Set<Scope> scopes) {
        return scopes.stream()
                .filter(scope -> scopes.stream().noneMatch(other -> other != scope && other.contains(scope)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /** The same scopes in the order in which metadata lists them. */
    public static Set<Scope> ordered(Set<Scope> scopes) {
        return EnumSet.copyOf(scopes);
    }

    /** The space-separated list of scopes. */
    public static String join(Set<Scope> scopes) {
        return scopes.stream().map(Scope::wireName).collect(Collectors.joining(" "));
    }

    /** Every name, in the order in which metadata lists them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Scope::wireName).toList();
    }

    /** The names of those that mean something at the MCP endpoint. */
    public static List<String> resourceNames() {
        return Arrays.stream(values())
                .filter(Scope::ofResource)
                .map(Scope::wireName)
                .toList();
    }

    private static Optional<Scope> named(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName.equals(name))
                .findFirst();
    }
}
