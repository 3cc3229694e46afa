package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.access.Newcomer;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom an identity provider means: the account of a subject's first assertion, whatever happens to addresses. */
class AssertedSubjectIT {
    @RegisterExtension
    static final Witness WITNESS = ConfiguredServer.witness();

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final OAuthDance broker = ConfiguredServer.client("broker");
    private final String subject = UUID.randomUUID().toString();
    private Newcomer person;

    @BeforeEach
    void somebody_has_an_account() {
        person = newcomer();
    }

    @Test
    void is_bound_at_its_first_assertion() {
        requireActs(present(claims(subject, email(person))), person);

        assertThat(WITNESS.rows("select issuer, subject from oauth_asserted_subject where user_id = ?", person.id()))
                .containsExactly(Map.of("issuer", ConfiguredServer.ISSUER, "subject", subject));
        assertThat(WITNESS.rows(
                        "select id from audit_record where action = 'oauth.subject_bound' and user_id = ?",
                        person.id()))
                .hasSize(1);
    }

    @Test
    void keeps_its_account_when_its_address_has_changed() {
        present(claims(subject, email(person)));

        requireActs(present(claims(subject, "renamed-" + subject + "@corp.example")), person);
    }

    @Test
    void keeps_its_account_when_its_address_is_somebody_elses_here() {
        present(claims(subject, email(person)));
        var other = newcomer();

        requireActs(present(claims(subject, email(other))), person);
        assertThat(bound(other)).isEmpty();
    }

    /** Addresses are given to new people. */
    @Test
    void gets_no_account_that_is_another_subjects() {
        present(claims(subject, email(person)));

        var reply = present(claims("successor", email(person)));

        requireRefused(reply);
        assertThat(reply.json().getString("error_description")).contains("another sub");
        assertThat(bound(person)).containsExactly(subject);
    }

    @Test
    void means_nothing_at_another_issuer() {
        present(claims(subject, email(person)));
        var other = newcomer();

        requireActs(present(of(ConfiguredServer.SCHOOL, claims(subject, email(other)))), other);
    }

    @Test
    void may_be_bound_by_several_issuers_to_one_account() {
        present(claims(subject, email(person)));

        requireActs(present(of(ConfiguredServer.SCHOOL, claims("at school " + subject, email(person)))), person);
    }

    @Test
    void is_nobody_while_its_account_is_switched_off() {
        present(claims(subject, email(person)));
        person.switched(false);

        requireRefused(present(claims(subject, email(person))));
    }

    @Test
    void is_nobody_when_nobody_has_the_address() {
        requireRefused(present(claims(subject, "nobody-here@acme.example")));
    }

    /** An address that anybody may claim at the issuer is nobody's. */
    @ParameterizedTest
    @MethodSource
    void is_nobody_when_the_issuer_has_not_verified_the_address(Object verified) {
        var claims = claims(subject, email(person));
        claims.put("email_verified", verified);

        requireRefused(present(claims));

        assertThat(bound(person)).isEmpty();
    }

    static Stream<Object> is_nobody_when_the_issuer_has_not_verified_the_address() {
        return Stream.of(false, "false", "true", 1);
    }

    @Test
    void is_somebody_when_the_issuer_has_verified_the_address() {
        var claims = claims(subject, email(person));
        claims.put("email_verified", true);

        requireActs(present(claims), person);
    }

    @Test
    void is_nobody_with_an_address_that_its_issuer_may_not_assert() {
        requireRefused(present(of(ConfiguredServer.SCHOOL, claims(subject, "owner@acme.example"))));

        assertThat(WITNESS.rows("select id from oauth_asserted_subject where subject = ?", subject))
                .isEmpty();
    }

    @Test
    void is_nobody_with_control_characters() {
        for (var wrong : List.of("a\nb", "a\0b")) {
            requireRefused(present(claims(wrong, email(person))));
            requireRefused(present(claims(subject, wrong + "@acme.example")));
        }
        assertThat(bound(person)).isEmpty();
    }

    @Test
    void is_nobody_when_it_is_too_long() {
        requireRefused(present(claims("x".repeat(256), email(person))));

        assertThat(bound(person)).isEmpty();
    }

    @Test
    void is_not_bound_by_a_request_for_too_much() {
        var assertion = signed(claims(subject, email(person)));

        Expect.refused(broker.grant(GRANT, Map.of("assertion", assertion, "scope", "mcp:write")), 400, "invalid_scope");

        assertThat(bound(person)).isEmpty();
    }

    @Test
    void is_bound_once_however_often_it_comes_at_once() {
        var statuses = Race.of(8, () -> present(claims(subject, email(person))).status());

        assertThat(statuses).containsOnly(200);
        assertThat(bound(person)).containsExactly(subject);
    }

    @Test
    void is_bound_to_one_account_when_it_comes_with_two_addresses_at_once() {
        var other = newcomer();
        var turn = new AtomicInteger();

        var statuses = Race.of(
                8,
                () -> present(claims(subject, email(turn.getAndIncrement() % 2 == 0 ? person : other)))
                        .status());

        assertThat(statuses).containsOnly(200);
        assertThat(WITNESS.rows("select id from oauth_asserted_subject where subject = ?", subject))
                .hasSize(1);
    }

    @Test
    void is_the_only_one_of_its_account_when_several_come_at_once() {
        var statuses = Race.of(
                8,
                () -> present(claims(UUID.randomUUID().toString(), email(person)))
                        .status());

        assertThat(statuses).containsOnly(200, 400);
        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        assertThat(bound(person)).hasSize(1);
    }

    private static Newcomer newcomer() {
        return Newcomer.to(WITNESS.database()).joins("acme", "admin");
    }

    private static String email(Newcomer newcomer) {
        return newcomer.user().email();
    }

    private static Map<String, Object> claims(String subject, String email) {
        var claims = new HashMap<String, Object>();
        claims.put("iss", ConfiguredServer.ISSUER);
        claims.put("sub", subject);
        claims.put("email", email);
        claims.put("aud", Sut.url(""));
        claims.put("client_id", "broker");
        claims.put("resource", Sut.url("/mcp"));
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().getEpochSecond() + 120);
        claims.put("scope", "mcp:read");
        return claims;
    }

    private static Map<String, Object> of(String issuer, Map<String, Object> claims) {
        claims.put("iss", issuer);
        return claims;
    }

    private static String signed(Map<String, Object> claims) {
        return ConfiguredServer.IDENTITY_PROVIDER.jwt("oauth-id-jag+jwt", claims);
    }

    private Reply present(Map<String, Object> claims) {
        return broker.grant(GRANT, Map.of("assertion", signed(claims)));
    }

    private static List<String> bound(Newcomer newcomer) {
        return WITNESS.rows("select subject from oauth_asserted_subject where user_id = ?", newcomer.id()).stream()
                .map(row -> row.get("subject"))
                .toList();
    }

    private static void requireActs(Reply reply, Newcomer newcomer) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(McpDriver.bearer(reply.json().getString("access_token"))
                        .result("whoami")
                        .toString())
                .contains(email(newcomer));
    }

    private static void requireRefused(Reply reply) {
        Expect.refused(reply, 400, "invalid_grant");
        assertThat(reply.json()).doesNotContainKey("access_token");
    }
}
