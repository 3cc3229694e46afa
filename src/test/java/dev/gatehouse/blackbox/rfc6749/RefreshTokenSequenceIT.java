package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * RFC 9700 §4.14: whatever is done in whatever order within the grace window, every refresh token that was ever current
 * leads to its one successor, and nothing leads anywhere after a revocation. {@link LifetimeIT} goes beyond the window.
 */
class RefreshTokenSequenceIT {
    private static final int STEPS = 25;

    private final OAuthDance dance = OAuthDance.register();
    private final List<String> chain = new ArrayList<>();
    private String accessToken;
    private boolean ended;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void leaves_at_most_one_chain_alive(long seed) {
        var random = new Random(seed);
        var tokens = dance.tokens(Demo.OWNER);
        chain.add(tokens.getString("refresh_token"));
        accessToken = tokens.getString("access_token");

        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(20)) {
                case 0 -> revoke(chain.get(random.nextInt(chain.size())));
                case 1 -> replay(random);
                case 2, 3, 4 -> guess(random);
                case 5, 6, 7, 8 -> retry();
                default -> rotate();
            }
            assertThat(McpDriver.bearer(accessToken).call("whoami").status()).isEqualTo(ended ? 401 : 200);
        }
    }

    private void rotate() {
        var reply = dance.refresh(chain.getLast());
        if (ended) {
            Expect.refused(reply, 400, "invalid_grant");
        } else {
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            chain.add(reply.json().getString("refresh_token"));
            accessToken = reply.json().getString("access_token");
        }
    }

    /** What a parallel client does: the predecessor again, within the grace window. */
    private void retry() {
        if (chain.size() < 2) {
            return;
        }
        var reply = dance.refresh(chain.get(chain.size() - 2));
        if (ended) {
            Expect.refused(reply, 400, "invalid_grant");
        } else {
            assertThat(reply.json().getString("refresh_token")).isEqualTo(chain.getLast());
        }
    }

    /**
     * Still within the grace window, but generations old: it leads to where its own successor led, never to a second
     * chain.
     */
    private void replay(Random random) {
        if (chain.size() < 3) {
            return;
        }
        int index = random.nextInt(chain.size() - 2);
        var reply = dance.refresh(chain.get(index));
        if (reply.status() == 200) {
            assertThat(ended).isFalse();
            assertThat(reply.json().getString("refresh_token")).isEqualTo(chain.get(index + 1));
        } else {
            Expect.refused(reply, 400, "invalid_grant");
            ended = true;
        }
    }

    private void guess(Random random) {
        var token = chain.getLast();
        var mutated = random.nextBoolean() ? token.substring(0, token.length() - 1) : token + "A";
        Expect.refused(dance.refresh(mutated), 400, "invalid_grant");
    }

    private void revoke(String token) {
        assertThat(dance.revoke(token).status()).isEqualTo(200);
        ended = true;
    }
}
