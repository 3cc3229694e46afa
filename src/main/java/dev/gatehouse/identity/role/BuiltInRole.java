package dev.gatehouse.identity.role;

import static dev.gatehouse.identity.role.Permission.Access.READ;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The roles that every organization has. Without {@code app:read} a role opens the portal only. */
enum BuiltInRole {
    OWNER("owner", EnumSet.allOf(Permission.class)),
    ADMIN("admin", EnumSet.allOf(Permission.class)),
    AUDITOR("auditor", reading()),
    EMPLOYEE("employee", EnumSet.noneOf(Permission.class)),
    CONTRACTOR("contractor", EnumSet.noneOf(Permission.class));

    private final String wireName;
    private final Set<Permission> permissions;

    BuiltInRole(String wireName, Set<Permission> permissions) {
        this.wireName = wireName;
        this.permissions = permissions;
    }

    Set<Permission> permissions() {
        return permissions;
    }

    static Optional<BuiltInRole> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName.equals(name))
                .findFirst();
    }

    private static Set<Permission> reading() {
        var permissions = EnumSet.allOf(Permission.class);
        permissions.removeIf(permission -> permission.access() != READ);
        return permissions;
    }
}
