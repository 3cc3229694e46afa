package dev.gatehouse.identity.role;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do in an organization, written {@code resource:action}. */
public enum Permission {
    APP_READ("app:read", Access.READ),
    ORGANIZATION_READ("organization:read", Access.READ),
    ORGANIZATION_UPDATE("organization:update", Access.WRITE),
    MEMBER_READ("member:read", Access.READ),
    AUDIT_READ("audit:read", Access.READ);

    /** Whether using a permission only looks or changes something. */
    public enum Access {
        READ,
        WRITE
    }

    private final String wireName;
    private final Access access;

    Permission(String wireName, Access access) {
        this.wireName = wireName;
        this.access = access;
    }

    /** The name as roles, keys and answers write it. */
    public String wireName() {
        return wireName;
    }

    /** Whether the permission reads or writes. */
    public Access access() {
        return access;
    }

    /** The permission of exactly that name; an unknown name grants nothing. */
    public static Optional<Permission> named(String wireName) {
        return Arrays.stream(values())
                .filter(permission -> permission.wireName.equals(wireName))
                .findFirst();
    }
}
