package dev.gatehouse.blackbox.rfc7517;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two nodes on one database behind one public URL. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("two nodes")
class KeyRotationRaceIT {
    private static final int RUNNERS = 64;
    private static final String WHOAMI = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
            + "\"params\":{\"name\":\"whoami\",\"arguments\":{}}}";

    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness().onTwoNodes();

    @BeforeAll
    static void settle() {
        Jwks.settle(WITNESS);
    }

    @Test
    void sixty_four_who_ask_two_nodes_at_once_get_exactly_one_new_key() {
        var administrator = OAuthDance.register().tokens(Demo.ADMIN).getString("access_token");
        var turn = new AtomicInteger();

        var replies = Race.of(
                RUNNERS,
                () -> Http.request("POST", (turn.getAndIncrement() % 2 == 0 ? first() : second()) + "/v1/signing-keys")
                        .bearer(administrator)
                        .json(Json.createObjectBuilder()
                                .add("algorithm", "RS256")
                                .build())
                        .send());

        assertThat(replies).extracting(Reply::status).containsOnly(201, 409);
        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(WITNESS.rows("select id from oauth_signing_key where algorithm = 'RS256'"))
                .hasSize(2);
    }

    @Test
    void two_nodes_that_find_a_successor_due_make_one_and_both_know_it() throws InterruptedException {
        WITNESS.database()
                .change(
                        "update oauth_signing_key set signs_from = ? where algorithm = 'ES256'",
                        OffsetDateTime.now().minus(Duration.ofDays(90)));

        Jwks.await(() -> Jwks.ids(Jwks.keys(first()), "ES256").size() == 2);
        Jwks.await(() -> Jwks.ids(Jwks.keys(second()), "ES256").size() == 2);
        Thread.sleep(Duration.ofSeconds(5));

        assertThat(Jwks.ids(Jwks.keys(first()), "ES256")).hasSize(2).isEqualTo(Jwks.ids(Jwks.keys(second()), "ES256"));
    }

    @Test
    void a_token_that_one_node_signed_opens_the_other() {
        var token = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");

        var reply = Http.request("POST", second() + "/mcp")
                .bearer(token)
                .header("Accept", "application/json, text/event-stream")
                .json(WHOAMI)
                .send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(Jwks.ids(Jwks.keys(second()), "ES256"))
                .contains(AccessTokenClaims.header(token).getString("kid"));
    }

    private static URI first() {
        return WITNESS.server().baseUrl();
    }

    private static URI second() {
        return WITNESS.second().baseUrl();
    }
}
