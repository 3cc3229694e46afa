package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Signer;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Enterprise-managed authorization: an identity provider's ID-JAG instead of a consent. */
class IdentityAssertionIT {
    @RegisterExtension
    static final Witness WITNESS = ConfiguredServer.witness();

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String TYPE = "oauth-id-jag+jwt";

    private final OAuthDance broker =
            OAuthDance.of("broker").authenticatingBy("client_secret_basic", ConfiguredServer.SECRET);

    private static Map<String, Object> claims() {
        var claims = new HashMap<String, Object>();
        claims.put("iss", ConfiguredServer.ISSUER);
        claims.put("sub", "00u1");
        claims.put("email", "owner@acme.example");
        claims.put("aud", Sut.url(""));
        claims.put("client_id", "broker");
        claims.put("resource", Sut.url("/mcp"));
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().getEpochSecond() + 120);
        claims.put("scope", "mcp:read");
        return claims;
    }

    private static String signed(Map<String, Object> claims) {
        return ConfiguredServer.IDENTITY_PROVIDER.jwt(TYPE, claims);
    }

    private Reply present(String assertion) {
        return broker.grant(GRANT, Map.of("assertion", assertion));
    }

    private void refused(Reply reply) {
        Expect.refused(reply, 400, "invalid_grant");
        assertThat(reply.json()).doesNotContainKey("access_token");
    }

    @Test
    void gives_a_token_of_the_person_without_asking() {
        var reply = present(signed(claims()));

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().getString("scope")).isEqualTo("mcp:read");
        assertThat(reply.json()).doesNotContainKey("refresh_token");
        var token = reply.json().getString("access_token");
        assertThat(McpDriver.bearer(token).result("whoami").toString()).contains("owner@acme.example");
        assertThat(AccessTokenClaims.unverified(token).getString("aud")).isEqualTo(Sut.url("/mcp"));
    }

    @Test
    void is_told_in_the_metadata() {
        var metadata =
                Http.get("/.well-known/oauth-authorization-server").send().json();

        assertThat(metadata.getJsonArray("authorization_grant_profiles_supported")
                        .toString())
                .isEqualTo("[\"urn:ietf:params:oauth:grant-profile:id-jag\"]");
        assertThat(metadata.getJsonArray("grant_types_supported").toString()).contains(GRANT);
    }

    @Test
    void counts_once() {
        var assertion = signed(claims());
        assertThat(present(assertion).status()).isEqualTo(200);

        refused(present(assertion));
    }

    @Test
    void counts_once_among_many_who_present_it() {
        var assertion = signed(claims());

        var statuses = Race.of(32, () -> {
            return present(assertion).status();
        });

        assertThat(statuses).containsOnly(200, 400);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "iss, https://unknown.example",
        "aud, https://other.example",
        "client_id, portal",
        "resource, https://other.example/mcp",
        "sub, ''",
        "jti, ''",
        "exp, soon",
        "iat, now",
        "authorization_details, x",
        "cnf, x"
    })
    void says_nothing_with_another(String claim, String value) {
        var claims = claims();
        claims.put(claim, value);

        refused(present(signed(claims)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "client_id", "resource", "email", "sub", "jti", "exp", "iat"})
    void says_nothing_without(String claim) {
        var claims = claims();
        claims.remove(claim);

        refused(present(signed(claims)));
    }

    @Test
    void says_nothing_to_two_audiences() {
        var claims = claims();
        claims.put("aud", List.of(Sut.url(""), "https://other.example"));

        refused(present(signed(claims)));
    }

    @Test
    void says_nothing_for_another_key_than_the_one_that_is_proven() {
        var claims = claims();
        claims.put("cnf", Map.of("jkt", Signer.create().thumbprint()));

        refused(present(signed(claims)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void says_nothing_at_another_time(long seconds) {
        var claims = claims();
        claims.put("iat", Instant.now().getEpochSecond() + seconds);
        claims.put("exp", Instant.now().getEpochSecond() + seconds + 120);

        refused(present(signed(claims)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "dpop+jwt"})
    void says_nothing_as_another_type(String type) {
        refused(present(ConfiguredServer.IDENTITY_PROVIDER.jwt(type, claims())));
    }

    @Test
    void says_nothing_signed_by_somebody_else() {
        refused(present(Signer.create().jwt(TYPE, claims())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "e30.e30.e30"})
    void says_nothing_when_it_is_no_jwt(String assertion) {
        refused(present(assertion));
    }

    /** RFC 8725 §2.6, §2.4: nothing is decrypted or inflated, so the assertion inside is not even used up. */
    @Test
    void says_nothing_inside_an_encrypted_jwt() {
        var assertion = signed(claims());

        refused(present(Signer.encrypted(assertion)));

        assertThat(present(assertion).status()).isEqualTo(200);
    }

    /** {@code PBES2-HS256+A128KW} with a {@code p2c} of 2,147,483,647. */
    @Test
    void says_nothing_and_costs_nothing_behind_a_password() {
        var header = "eyJhbGciOiJQQkVTMi1IUzI1NitBMTI4S1ciLCJlbmMiOiJBMTI4R0NNIiwicDJzIjoiQUFBQUFBQUFBQUFBQUFBQU"
                + "FBQUFBQSIsInAyYyI6MjE0NzQ4MzY0N30";
        var begin = Instant.now();

        refused(present(header + ".AAAA.AAAA.AAAA.AAAA"));

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void gives_no_more_than_the_identity_provider_allowed() {
        var reply = broker.grant(GRANT, Map.of("assertion", signed(claims()), "scope", "mcp:read mcp:write"));

        assertThat(reply.json().getString("scope")).isEqualTo("mcp:read");
    }

    @Test
    void gives_nothing_that_the_identity_provider_did_not_allow() {
        Expect.refused(
                broker.grant(GRANT, Map.of("assertion", signed(claims()), "scope", "mcp:write")), 400, "invalid_scope");
    }

    @Test
    void is_not_used_up_by_a_request_for_too_much() {
        var assertion = signed(claims());
        Expect.refused(broker.grant(GRANT, Map.of("assertion", assertion, "scope", "mcp:write")), 400, "invalid_scope");

        assertThat(present(assertion).status()).isEqualTo(200);
        refused(present(assertion));
    }

    @Test
    void is_not_used_up_while_its_person_is_nobody_here() {
        var newcomer = Newcomer.to(WITNESS.database()).joins("acme", "admin");
        var claims = claims();
        claims.put("sub", newcomer.id());
        claims.put("email", newcomer.user().email());
        var assertion = signed(claims);
        WITNESS.database()
                .change(
                        "update identity_user set active = ? where email = ?",
                        false,
                        newcomer.user().email());
        refused(present(assertion));

        WITNESS.database()
                .change(
                        "update identity_user set active = ? where email = ?",
                        true,
                        newcomer.user().email());

        assertThat(present(assertion).status()).isEqualTo(200);
    }
}
