package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Race;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class AuthorizationCodeRaceIT {
    private final OAuthDance dance = OAuthDance.register();

    @RepeatedTest(3)
    void redeems_a_code_once_however_many_try_and_revokes_what_it_issued() {
        var code = dance.code(Demo.OWNER);

        var replies = Race.of(64, () -> dance.redeem(code));

        var winners = replies.stream().filter(reply -> reply.status() == 200).toList();
        assertThat(winners).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 200)
                .hasSize(63)
                .allSatisfy(reply -> Expect.refused(reply, 400, "invalid_grant"));
        Expect.dead(winners.getFirst().json().getString("access_token"));
        Expect.refused(dance.refresh(winners.getFirst().json().getString("refresh_token")), 400, "invalid_grant");
    }

    @Test
    void redeems_a_code_once_while_guessers_try() {
        var code = dance.code(Demo.OWNER);
        var right = new AtomicBoolean();

        var replies = Race.of(
                64,
                () -> right.compareAndSet(false, true)
                        ? dance.redeem(code)
                        : dance.redeem(code, "code_verifier", OAuthDance.randomVerifier()));

        var winners = replies.stream().filter(reply -> reply.status() == 200).toList();
        assertThat(winners).hasSize(1);
        Expect.accepted(winners.getFirst().json().getString("access_token"));
    }
}
