package dev.gatehouse.identity.role;

import static dev.gatehouse.identity.role.Permission.APP_READ;
import static dev.gatehouse.identity.role.Permission.AUDIT_READ;
import static dev.gatehouse.identity.role.Permission.MEMBER_READ;
import static dev.gatehouse.identity.role.Permission.ORGANIZATION_READ;
import static dev.gatehouse.identity.role.Permission.ORGANIZATION_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolePermissionsTest {
    private static final Map<String, String> NO_CUSTOM_ROLES = Map.of();

    @ParameterizedTest
    @ValueSource(strings = {"owner", "admin"})
    void owners_and_admins_may_everything(String role) {
        assertThat(RolePermissions.union(role, NO_CUSTOM_ROLES)).containsExactly(Permission.values());
    }

    @Test
    void auditors_may_read_everything_and_change_nothing() {
        assertThat(RolePermissions.union("auditor", NO_CUSTOM_ROLES))
                .containsExactlyInAnyOrder(APP_READ, ORGANIZATION_READ, MEMBER_READ, AUDIT_READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"employee", "contractor"})
    void portal_roles_may_nothing(String role) {
        assertThat(RolePermissions.union(role, NO_CUSTOM_ROLES)).isEmpty();
    }

    @Test
    void roles_add_up() {
        assertThat(RolePermissions.union(
                        "employee,renamer,reader",
                        Map.of("renamer", "[\"organization:update\"]", "reader", "[\"app:read\",\"member:read\"]")))
                .containsExactlyInAnyOrder(ORGANIZATION_UPDATE, APP_READ, MEMBER_READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {" renamer ", "employee, renamer", ",renamer,", "\trenamer\n", "renamer,renamer"})
    void blanks_and_empty_names_do_not_matter(String roles) {
        assertThat(RolePermissions.union(roles, Map.of("renamer", "[\"organization:update\"]")))
                .containsExactly(ORGANIZATION_UPDATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                ",,,",
                "unknown",
                "Owner",
                "OWNER",
                "owner;admin",
                "owner admin",
                "constructor",
                "__proto__",
                "toString",
                "hasOwnProperty",
                "null",
                "*"
            })
    void names_that_are_no_roles_allow_nothing(String roles) {
        assertThat(RolePermissions.union(roles, NO_CUSTOM_ROLES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"app:read\":true}",
                "\"app:read\"",
                "[\"app:read\"",
                "app:read",
                "[[\"app:read\"]]",
                "[{\"name\":\"app:read\"}]",
                "[null,5,true]",
                "[\"APP_READ\"]",
                "[\"app:read \"]",
                "[\"*\"]",
                "[\"app:*\"]",
                "[\"constructor\"]"
            })
    void malformed_permissions_allow_nothing_and_never_throw(String permissions) {
        assertThat(RolePermissions.union("custom", Map.of("custom", permissions)))
                .isEmpty();
    }

    @Test
    void what_is_known_counts_beside_what_is_not() {
        assertThat(RolePermissions.union("custom", Map.of("custom", "[5,\"nonsense\",\"app:read\",null]")))
                .containsExactly(APP_READ);
    }

    @Test
    void a_damaged_role_takes_nothing_from_the_others() {
        assertThat(RolePermissions.union("damaged,auditor", Map.of("damaged", "[")))
                .contains(AUDIT_READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"employee", "contractor"})
    void built_in_names_cannot_be_redefined_to_allow_more(String role) {
        assertThat(RolePermissions.union(role, Map.of(role, "[\"organization:update\"]")))
                .isEmpty();
    }

    @Test
    void built_in_names_cannot_be_redefined_to_allow_less() {
        assertThat(RolePermissions.union("owner", Map.of("owner", "[]"))).containsExactly(Permission.values());
    }

    @Test
    void what_a_role_allows_is_not_changed_by_who_asks() {
        RolePermissions.union("employee", NO_CUSTOM_ROLES).add(ORGANIZATION_UPDATE);
        RolePermissions.union("employee,owner", NO_CUSTOM_ROLES);

        assertThat(RolePermissions.union("employee", NO_CUSTOM_ROLES)).isEmpty();
    }
}
