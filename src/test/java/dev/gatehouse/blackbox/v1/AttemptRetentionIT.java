package dev.gatehouse.blackbox.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.StrictServer;
import dev.gatehouse.blackbox.support.Witness;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Traces and pushed requests whose time is over leave nothing behind. */
class AttemptRetentionIT {
    @RegisterExtension
    static final Witness WITNESS = StrictServer.witness();

    @Test
    void sweeps_what_is_older_than_it_may_be() throws InterruptedException {
        var dance = OAuthDance.register();
        dance.browser().visit(dance.pushedPath());
        dance.push();
        var attempt =
                rows("id", "oauth_authorization_attempt", dance).getFirst().get("id");

        WITNESS.database()
                .change(
                        "update oauth_authorization_attempt set started_at = ? where client_id = ?",
                        OffsetDateTime.now().minusDays(7),
                        dance.clientId());
        for (int wait = 0; wait < 60 && !swept(dance); wait++) {
            Thread.sleep(500);
        }

        assertThat(swept(dance)).isTrue();
        assertThat(WITNESS.rows("select id from oauth_authorization_attempt_step where attempt_id = ?", attempt))
                .isEmpty();
        assertThat(rows("id", "oauth_authorization_flow", dance)).hasSize(1);
    }

    private static boolean swept(OAuthDance dance) {
        return rows("id", "oauth_authorization_attempt", dance).isEmpty()
                && rows("hash", "oauth_pushed_request", dance).isEmpty();
    }

    private static List<Map<String, String>> rows(String column, String table, OAuthDance dance) {
        return WITNESS.rows("select " + column + " from " + table + " where client_id = ?", dance.clientId());
    }
}
