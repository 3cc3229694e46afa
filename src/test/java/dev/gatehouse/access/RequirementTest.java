package dev.gatehouse.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.apikey.VerifiedApiKey;
import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.identity.user.Person;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequirementTest {

    @Test
    void nothing_required_is_met_by_everybody() {
        assertThat(Requirement.none().decide(actor())).isEqualTo(new Requirement.Allowed());
    }

    @ParameterizedTest
    @EnumSource
    void a_permission_is_met_by_whoever_has_it(Permission permission) {
        assertThat(Requirement.of(permission).decide(actor(permission))).isEqualTo(new Requirement.Allowed());
    }

    @ParameterizedTest
    @EnumSource
    void a_permission_is_not_met_by_all_the_others(Permission permission) {
        var others = java.util.EnumSet.complementOf(java.util.EnumSet.of(permission));

        assertThat(Requirement.of(permission).metBy(actor(others.toArray(Permission[]::new))))
                .isFalse();
    }

    @Test
    void a_refusal_names_permission_and_organization_and_who_can_help() {
        assertThat(Requirement.of(Permission.ORGANIZATION_UPDATE).decide(actor(Permission.APP_READ)))
                .isInstanceOfSatisfying(
                        Requirement.Denied.class,
                        denied -> assertThat(denied.why()).contains("organization:update", "Acme", "administrator"));
    }

    @ParameterizedTest
    @EnumSource
    void listing_and_calling_come_to_the_same(Permission permission) {
        for (var actor : new McpActor[] {actor(), actor(permission)}) {
            var requirement = Requirement.of(permission);

            assertThat(requirement.metBy(actor)).isEqualTo(requirement.decide(actor) instanceof Requirement.Allowed);
        }
    }

    private static McpActor actor(Permission... permissions) {
        var held = Set.of(permissions);
        return new ApiKeyMcpActor(
                new Person("u", "owner@acme.example", "Owner", false, 0),
                new OrganizationRef("o", "acme", "Acme"),
                held,
                new VerifiedApiKey("k", "key", "o", "u", held, Optional.empty()));
    }
}
