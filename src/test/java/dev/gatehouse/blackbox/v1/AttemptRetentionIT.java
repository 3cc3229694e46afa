package dev.gatehouse.blackbox.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces and pushed requests whose time is over leave nothing behind. */
class AttemptRetentionIT {
    @TempDir
    Path directory;

    @AutoClose
    private Witness witness;

    @BeforeEach
    void start() {
        witness = Witness.start(
                directory,
                server -> server.property("gatehouse.sweep.pause", "PT1S")
                        .property("gatehouse.oauth.attempts.retention", "PT1S")
                        .property("gatehouse.oauth.par.lifetime", "PT1S"));
        Sut.use(witness.server().baseUrl());
    }

    @AfterEach
    void stop() {
        Sut.useDefault();
    }

    @Test
    void sweeps_what_is_older_than_it_may_be() throws InterruptedException {
        var dance = OAuthDance.register();
        dance.browser().visit(dance.pushedPath());
        dance.push();
        for (int wait = 0; wait < 60 && !swept(); wait++) {
            Thread.sleep(500);
        }

        assertThat(rows("oauth_authorization_attempt")).isZero();
        assertThat(rows("oauth_authorization_attempt_step")).isZero();
        assertThat(rows("oauth_pushed_request")).isZero();
        assertThat(rows("oauth_authorization_flow")).isOne();
    }

    private boolean swept() {
        return rows("oauth_authorization_attempt") == 0 && rows("oauth_pushed_request") == 0;
    }

    private int rows(String table) {
        return witness.rows("select 1 as one from " + table).size();
    }
}
