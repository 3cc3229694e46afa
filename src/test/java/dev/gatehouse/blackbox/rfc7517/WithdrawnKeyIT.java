package dev.gatehouse.blackbox.rfc7517;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signing key that somebody else may have is withdrawn on one node of two. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("two nodes")
class WithdrawnKeyIT {
    private static final String PATH = "/v1/signing-keys";
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(1);
    private static final int RUNNERS = 32;

    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness().onTwoNodes();

    @BeforeAll
    static void settle() {
        Jwks.settle(WITNESS);
    }

    /** Signs in anew each time: what the last one had been given may have gone with its key. */
    private static String administrator() {
        return OAuthDance.register().tokens(Demo.ADMIN).getString("access_token");
    }

    private static Reply withdraw(String id) {
        return withdraw(id, administrator());
    }

    private static Reply withdraw(String id, String token) {
        return Http.request("DELETE", Sut.url(PATH + "/" + id)).bearer(token).send();
    }

    private static String signer(String token) {
        return AccessTokenClaims.header(token).getString("kid");
    }

    private static String id(String algorithm, String state) {
        return Http.get(PATH)
                .bearer(administrator())
                .send()
                .json()
                .getJsonArray("keys")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(key -> key.getString("algorithm").equals(algorithm)
                        && key.getString("state").equals(state))
                .map(key -> key.getString("id"))
                .findFirst()
                .orElse("");
    }

    /** The key that waits for its turn; a new one if none does. */
    private static String waiting(String algorithm) {
        Http.post(PATH)
                .bearer(administrator())
                .json("{\"algorithm\":\"" + algorithm + "\"}")
                .send();
        return id(algorithm, "next");
    }

    private static List<String> stored(String algorithm) {
        return WITNESS.rows("select id from oauth_signing_key where algorithm = ?", algorithm).stream()
                .map(row -> row.get("id"))
                .toList();
    }

    @Test
    void leaves_nothing_that_it_signed_here_and_within_a_second_on_the_other_node() throws InterruptedException {
        var dance = OAuthDance.register();
        var tokens = dance.tokens(Demo.OWNER);
        var stolen = tokens.getString("access_token");
        Expect.accepted(stolen);
        Sut.at(WITNESS.second().baseUrl(), () -> McpDriver.bearer(stolen).call("whoami"));

        assertThat(withdraw(signer(stolen)).status()).isEqualTo(200);
        var withdrawn = Instant.now();

        Expect.dead(stolen);
        assertThat(Jwks.ids("ES256")).doesNotContain(signer(stolen));
        while (Sut.at(WITNESS.second().baseUrl(), () -> McpDriver.bearer(stolen).call("whoami"))
                        .status()
                == 200) {
            assertThat(Duration.between(withdrawn, Instant.now())).isLessThan(KNOWN_WITHIN);
            Thread.sleep(20);
        }
        assertThat(Jwks.ids(Jwks.keys(WITNESS.second().baseUrl()), "ES256")).doesNotContain(signer(stolen));
        assertThat(stored("ES256")).doesNotContain(signer(stolen));

        var fresh = dance.refresh(tokens.getString("refresh_token")).json().getString("access_token");
        assertThat(signer(fresh)).isNotEqualTo(signer(stolen));
        Expect.accepted(fresh);
        assertThat(Sut.at(
                                WITNESS.second().baseUrl(),
                                () -> McpDriver.bearer(fresh).call("whoami"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void has_a_successor_at_once_and_the_withdrawal_is_on_record() {
        var signing = id("ES256", "active");

        var reply = withdraw(signing);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().getString("state")).isEqualTo("active");
        assertThat(reply.json().getString("algorithm")).isEqualTo("ES256");
        assertThat(reply.json().getString("id")).isNotEqualTo(signing);
        var administrator = administrator();
        assertThat(signer(administrator)).isEqualTo(reply.json().getString("id"));
        assertThat(McpDriver.bearer(administrator).auditEvents(200))
                .anyMatch(event -> event.getString("action").equals("oauth.signing_key_withdrawn")
                        && event.getString("target").equals("ES256 " + signing)
                        && event.getString("userLabel", "").equals(Demo.ADMIN.email()));
    }

    @Test
    void is_succeeded_by_the_one_that_waits_although_its_turn_has_not_come() {
        var waiting = waiting("ES256");
        var signing = id("ES256", "active");

        var reply = withdraw(signing);

        assertThat(reply.json().getString("id")).isEqualTo(waiting);
        assertThat(reply.json().getString("state")).isEqualTo("active");
        assertThat(signer(administrator())).isEqualTo(waiting);
        assertThat(stored("ES256")).contains(waiting).doesNotContain(signing);
    }

    @Test
    void is_replaced_while_it_waits_and_rotation_goes_on() {
        var waiting = waiting("RS256");
        var signing = id("RS256", "active");

        var reply = withdraw(waiting);

        assertThat(reply.json().getString("id")).isEqualTo(signing);
        var other = id("RS256", "next");
        assertThat(other).isNotEmpty().isNotEqualTo(waiting);
        assertThat(waiting("RS256")).isEqualTo(other);
        assertThat(stored("RS256")).contains(signing, other).doesNotContain(waiting);
    }

    @Test
    void takes_its_tokens_along_after_its_turn_too() {
        var token = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");
        var next = waiting("ES256");
        WITNESS.database()
                .change("update oauth_signing_key set signs_from = ? where id = ?", OffsetDateTime.now(), next);
        Jwks.await(() -> id("ES256", "active").equals(next));
        Expect.accepted(token);

        var reply = withdraw(signer(token));

        assertThat(reply.json().getString("id")).isEqualTo(next);
        Expect.dead(token);
    }

    @Test
    void is_withdrawn_once_among_many_who_ask_two_nodes_and_one_succeeds_it() {
        var administrator = administrator();
        var signing = id("RS256", "active");
        var turn = new AtomicInteger();

        var replies = Race.of(
                RUNNERS,
                () -> Http.request(
                                "DELETE",
                                (turn.getAndIncrement() % 2 == 0
                                                ? WITNESS.server().baseUrl()
                                                : WITNESS.second().baseUrl())
                                        + PATH + "/" + signing)
                        .bearer(administrator)
                        .send());

        assertThat(replies).extracting(Reply::status).containsOnly(200, 404);
        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(id("RS256", "active")).isNotEmpty().isNotEqualTo(signing);
        assertThat(stored("RS256")).doesNotContain(signing).hasSizeBetween(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%20"})
    void is_known_by_its_id_only(String id) {
        var keys = Jwks.keys();

        var reply = withdraw(id);

        assertThat(reply.status()).as(reply.body()).isEqualTo(404);
        assertThat(reply.error()).isEqualTo("not_found");
        assertThat(Jwks.keys()).containsExactlyInAnyOrderElementsOf(keys);
    }

    /** A container may take the encoded slash for a defect before we see it. */
    @Test
    void is_not_known_by_a_path_in_disguise() {
        var keys = Jwks.keys();

        assertThat(withdraw("..%2f").status()).isIn(400, 404);

        assertThat(Jwks.keys()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void is_withdrawn_by_platform_administrators_only() {
        var keys = Jwks.keys();
        var signing = id("ES256", "active");
        var owner = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");
        var reading = OAuthDance.register()
                .with("scope", "mcp:read")
                .tokens(Demo.ADMIN)
                .getString("access_token");

        assertThat(withdraw(signing, owner).status()).isEqualTo(403);
        assertThat(withdraw(signing, reading).status()).isEqualTo(403);
        assertThat(Http.request("DELETE", Sut.url(PATH + "/" + signing)).send().status())
                .isEqualTo(401);

        assertThat(Jwks.keys()).containsExactlyInAnyOrderElementsOf(keys);
        Expect.accepted(owner);
    }
}
