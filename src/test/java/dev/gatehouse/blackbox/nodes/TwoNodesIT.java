package dev.gatehouse.blackbox.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Signer;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two nodes on one database: what one does, the other knows, and what may happen once happens once on both together.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("two nodes")
class TwoNodesIT {
    private static final int RUNNERS_PER_NODE = 64;
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(1);

    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness().onTwoNodes();

    /** The same action by many on both nodes at once. */
    private static List<Reply> onBoth(Supplier<Reply> action) {
        var turn = new AtomicInteger();
        return Race.of(
                2 * RUNNERS_PER_NODE, () -> Sut.at(turn.getAndIncrement() % 2 == 0 ? first() : second(), action));
    }

    @Test
    void a_refresh_token_has_exactly_one_chain_of_successors() {
        var dance = OAuthDance.register();
        var token = dance.tokens(Demo.OWNER).getString("refresh_token");

        for (int generation = 0; generation < 3; generation++) {
            var presented = token;
            var replies = onBoth(() -> dance.refresh(presented));
            assertThat(replies).extracting(Reply::status).containsOnly(200);
            var successors = replies.stream()
                    .map(reply -> reply.json().getString("refresh_token"))
                    .distinct()
                    .toList();
            assertThat(successors).hasSize(1);
            token = successors.getFirst();
        }
        assertThat(WITNESS.rows(
                        "select hash from oauth_refresh_token t join oauth_grant g on g.id = t.grant_id"
                                + " where g.client_id = ?",
                        dance.clientId()))
                .hasSize(4);
    }

    @Test
    void a_code_is_redeemed_once() {
        var dance = OAuthDance.register();
        var code = dance.code(Demo.OWNER);

        var replies = onBoth(() -> dance.redeem(code));

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies).extracting(Reply::status).containsOnly(200, 400);
    }

    @Test
    void a_proof_of_possession_counts_once() {
        var signer = Signer.create();
        var token = OAuthDance.register()
                .sending("DPoP", signer::tokenProof)
                .tokens(Demo.OWNER)
                .getString("access_token");
        var proof = signer.mcpProof(token);

        var replies = onBoth(() -> McpDriver.bound(token, () -> proof).call("whoami"));

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies).extracting(Reply::status).containsOnly(200, 401);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_revocation_on_one_node_counts_on_the_other_within_a_second(boolean onTheFirst) throws InterruptedException {
        var here = onTheFirst ? first() : second();
        var there = onTheFirst ? second() : first();
        var dance = OAuthDance.register();
        var tokens = dance.tokens(Demo.OWNER);
        Sut.at(there, () -> {
            Expect.accepted(tokens.getString("access_token"));
            return true;
        });

        Sut.at(here, () -> dance.revoke(tokens.getString("refresh_token")));
        var revoked = Instant.now();

        while (Sut.at(
                        there,
                        () -> McpDriver.bearer(tokens.getString("access_token"))
                                .call("whoami")
                                .status())
                == 200) {
            assertThat(Duration.between(revoked, Instant.now())).isLessThan(KNOWN_WITHIN);
            Thread.sleep(20);
        }
        Sut.at(there, () -> {
            Expect.dead(tokens.getString("access_token"));
            Expect.refused(dance.refresh(tokens.getString("refresh_token")), 400, "invalid_grant");
            return true;
        });
    }

    private static URI first() {
        return WITNESS.server().baseUrl();
    }

    private static URI second() {
        return WITNESS.second().baseUrl();
    }
}
