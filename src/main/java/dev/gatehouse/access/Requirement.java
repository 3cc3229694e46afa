package dev.gatehouse.access;

import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.oauth.settings.Scope;
import java.util.Optional;
import java.util.Set;

/**
 * What an actor must be allowed to do for something to be offered and done: the one decision behind listing and
 * calling.
 */
public record Requirement(Optional<Permission> permission) {

    /** What the decision came to. */
    public sealed interface Decision {}

    /** The actor may. */
    public record Allowed() implements Decision {}

    /** The actor may not; {@code why} says what is missing and who can help. */
    public record Denied(String why) implements Decision {}

    /** The person may, but not with this credential; with these scopes it would do. */
    public record ScopeMissing(Set<Scope> scopes) implements Decision {}

    /** Nothing beyond being a verified actor. */
    public static Requirement none() {
        return new Requirement(Optional.empty());
    }

    /** A permission. */
    public static Requirement of(Permission permission) {
        return new Requirement(Optional.of(permission));
    }

    /** Decides for an actor, from what the actor may do now. */
    public Decision decide(McpActor actor) {
        return permission
                .filter(needed -> !actor.may(needed))
                .map(needed -> refusal(actor, needed))
                .orElseGet(Allowed::new);
    }

    private static Decision refusal(McpActor actor, Permission needed) {
        var scopes = actor.scopesFor(needed);
        return scopes.isEmpty()
                ? new Denied("This needs the permission " + needed.wireName() + " in "
                        + actor.organization().name()
                        + ", which your role or this credential does not have. Ask an administrator of"
                        + " the organization for it.")
                : new ScopeMissing(scopes);
    }

    /** Whether the actor may, where only that matters. */
    public boolean metBy(McpActor actor) {
        return decide(actor) instanceof Allowed;
    }
}
