package dev.gatehouse.access;

import dev.gatehouse.identity.role.Permission;
import java.util.Optional;

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
                .<Decision>map(needed -> new Denied("This needs the permission " + needed.wireName() + " in "
                        + actor.organization().name()
                        + ", which your role or this credential does not have. Ask an administrator of"
                        + " the organization for it."))
                .orElseGet(Allowed::new);
    }

    /** Whether the actor may, where only that matters. */
    public boolean metBy(McpActor actor) {
        return decide(actor) instanceof Allowed;
    }
}
