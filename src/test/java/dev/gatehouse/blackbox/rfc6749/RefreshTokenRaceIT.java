package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;

class RefreshTokenRaceIT {
    private final OAuthDance dance = OAuthDance.register();

    @RepeatedTest(3)
    void has_one_successor_however_many_clients_use_it() {
        var refreshToken = dance.tokens(Demo.OWNER).getString("refresh_token");

        var successor = successor(Race.of(64, () -> dance.refresh(refreshToken)));
        var next = successor(Race.of(64, () -> dance.refresh(successor)));

        assertThat(List.of(refreshToken, successor, next)).doesNotHaveDuplicates();
        assertThat(dance.refresh(next).status()).isEqualTo(200);
    }

    @RepeatedTest(3)
    void leaves_nothing_alive_when_it_is_revoked_in_the_middle() {
        var refreshToken = dance.tokens(Demo.OWNER).getString("refresh_token");
        var revoke = new AtomicBoolean();

        var replies = Race.of(
                64, () -> revoke.compareAndSet(false, true) ? dance.revoke(refreshToken) : dance.refresh(refreshToken));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 400));
        replies.stream().filter(reply -> reply.body().contains("access_token")).forEach(reply -> {
            Expect.dead(reply.json().getString("access_token"));
            Expect.refused(dance.refresh(reply.json().getString("refresh_token")), 400, "invalid_grant");
        });
    }

    private static String successor(List<Reply> replies) {
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(200));
        assertThat(replies)
                .extracting(reply -> reply.json().getString("access_token"))
                .doesNotHaveDuplicates();
        var successors = replies.stream()
                .map(reply -> reply.json().getString("refresh_token"))
                .distinct()
                .toList();
        assertThat(successors).hasSize(1);
        return successors.getFirst();
    }
}
