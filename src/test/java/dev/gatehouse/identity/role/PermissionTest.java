package dev.gatehouse.identity.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {

    @ParameterizedTest
    @EnumSource
    void is_found_by_its_wire_name(Permission permission) {
        assertThat(Permission.named(permission.wireName())).contains(permission);
    }

    /** Stored in roles and keys, so it must never change. */
    @ParameterizedTest
    @EnumSource
    void is_written_as_resource_and_action(Permission permission) {
        assertThat(permission.wireName())
                .matches("[a-z]+:[a-z]+")
                .isEqualTo(permission.name().toLowerCase(java.util.Locale.ROOT).replace('_', ':'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "app", "app:", "APP:READ", "app:read ", "APP_READ", "app:write"})
    void is_not_found_by_another_name(String name) {
        assertThat(Permission.named(name)).isEmpty();
    }
}
