package dev.gatehouse.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.organization.OrganizationRef;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.settings.Scope;
import dev.gatehouse.oauth.token.AccessToken;
import dev.gatehouse.oauth.token.Authorization;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** MicroProfile JWT 2.1, JsonWebToken: the types that its callers rely on. */
class OAuthMcpActorTest {
    private static final Map<String, Object> CLAIMS = Map.of(
            "iss", "https://gate.example",
            "sub", "person-1",
            "aud", "https://gate.example/mcp",
            "exp", 1_800_000_000L,
            "iat", 1_700_000_000L,
            "jti", "token-1",
            "client_id", "client-1");

    private final JsonWebToken jwt = new OAuthMcpActor(
            new Person("person-1", "owner@acme.example", "Owner", false, 0),
            new OrganizationRef("org-1", "acme", "Acme"),
            Set.of(Permission.MEMBER_READ),
            Set.of(Permission.MEMBER_READ),
            new AccessToken(
                    new Authorization(
                            "family-1",
                            Optional.of("person-1"),
                            "client-1",
                            Set.of(Scope.MCP),
                            "https://gate.example/mcp",
                            Instant.MAX,
                            Optional.empty()),
                    CLAIMS,
                    "header.claims.signature"));

    @Test
    void names_the_person() {
        assertThat(jwt.getName()).isEqualTo("owner@acme.example");
        assertThat(jwt.getSubject()).isEqualTo("person-1");
    }

    @Test
    void answers_registered_claims_in_their_types() {
        assertThat(jwt.getIssuer()).isEqualTo("https://gate.example");
        assertThat(jwt.getAudience()).containsExactly("https://gate.example/mcp");
        assertThat(jwt.getExpirationTime()).isEqualTo(1_800_000_000L);
        assertThat(jwt.getIssuedAtTime()).isEqualTo(1_700_000_000L);
        assertThat(jwt.getTokenID()).isEqualTo("token-1");
        assertThat(jwt.getRawToken()).isEqualTo("header.claims.signature");
    }

    @Test
    void answers_the_permissions_of_this_moment_as_groups() {
        assertThat(jwt.getGroups()).containsExactly("member:read");
    }

    @Test
    void answers_other_claims_by_name_and_null_for_those_that_are_not_there() {
        assertThat(jwt.<String>getClaim("client_id")).isEqualTo("client-1");
        assertThat(jwt.<Object>getClaim("acr")).isNull();
        assertThat(jwt.claim("acr")).isEmpty();
        assertThat(jwt.containsClaim("acr")).isFalse();
    }

    @Test
    void lists_what_it_answers() {
        assertThat(jwt.getClaimNames()).containsAll(CLAIMS.keySet()).contains("raw_token", "groups");
    }
}
