package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What only time shows: one minute, waited for once, beside other tests. The default lifetimes must be in force. */
@Execution(ExecutionMode.CONCURRENT)
class LifetimeIT {
    /** Runs beside classes that left their server in this thread. */
    @BeforeEach
    void at_the_usual_server() {
        Sut.useDefault();
    }

    private static final Duration CODE_LIFETIME = Duration.ofSeconds(61);

    private static final OAuthDance LATE = OAuthDance.register();
    private static final OAuthDance REPLAYER = OAuthDance.register();
    private static final OAuthDance REUSER = OAuthDance.register();
    private static final OAuthDance IDLE = OAuthDance.register();
    private static String lateCode;
    private static String replayedCode;
    private static JsonObject fromReplayedCode;
    private static JsonObject old;
    private static JsonObject successor;
    private static JsonObject idle;

    @BeforeAll
    static void wait_for_a_minute() throws InterruptedException {
        replayedCode = REPLAYER.code(Demo.OWNER);
        fromReplayedCode = REPLAYER.redeem(replayedCode).json();
        old = REUSER.tokens(Demo.OWNER);
        successor = REUSER.refresh(old.getString("refresh_token")).json();
        idle = IDLE.tokens(Demo.OWNER);
        lateCode = LATE.code(Demo.OWNER);
        Thread.sleep(CODE_LIFETIME);
    }

    @Test
    void rejects_a_code_after_a_minute() {
        Expect.refused(LATE.redeem(lateCode), 400, "invalid_grant");
    }

    @Test
    void revokes_what_a_code_issued_even_when_it_is_replayed_late() {
        Expect.accepted(fromReplayedCode.getString("access_token"));

        Expect.refused(REPLAYER.redeem(replayedCode), 400, "invalid_grant");

        Expect.dead(fromReplayedCode.getString("access_token"));
        Expect.refused(REPLAYER.refresh(fromReplayedCode.getString("refresh_token")), 400, "invalid_grant");
    }

    @Test
    void revokes_the_family_when_a_replaced_refresh_token_comes_back_after_the_grace() {
        Expect.accepted(successor.getString("access_token"));

        var reply = REUSER.refresh(old.getString("refresh_token"));

        Expect.refused(reply, 400, "invalid_grant");
        assertThat(Audit.during(reply))
                .extracting(event -> event.getString("action"))
                .contains("oauth.refresh_token_reused");
        Expect.dead(old.getString("access_token"));
        Expect.dead(successor.getString("access_token"));
        Expect.refused(REUSER.refresh(successor.getString("refresh_token")), 400, "invalid_grant");
    }

    @Test
    void keeps_an_unused_refresh_token_beyond_the_grace() {
        assertThat(IDLE.refresh(idle.getString("refresh_token")).status()).isEqualTo(200);
    }
}
