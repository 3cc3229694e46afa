package dev.gatehouse.blackbox.clientdocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.support.ServerProcess;
import dev.gatehouse.support.TestServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** Two nodes that see a client for the first time at the same moment both know it, once. */
class DocumentRaceIT {
    private static final int RUNNERS = 16;

    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    @AutoClose
    private static ServerProcess other;

    @BeforeAll
    static void start() {
        other = DocumentServer.open(TestServer.another(DocumentServer.use().database()))
                .dataDirectory(DocumentServer.directory())
                .start();
    }

    @AfterEach
    void end() {
        Sut.useDefault();
    }

    @RepeatedTest(5)
    void both_find_the_client_and_the_database_has_it_once() {
        var id = SITE.newId();
        SITE.answer(id, ClientSite.answer(id).with("Cache-Control", "no-store"));
        var one = DocumentServer.use();
        var runner = new AtomicInteger();

        var replies = Race.of(RUNNERS, () -> {
            Sut.use(runner.getAndIncrement() % 2 == 0 ? one.server().baseUrl() : other.baseUrl());
            return OAuthDance.of(id).ask();
        });

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(303));
        assertThat(one.rows("select client_id from oauth_client where client_id = ?", id))
                .hasSize(1);
        assertThat(one.rows(
                        "select action from audit_record where client_id = ? and action = 'oauth.client_document_read'",
                        id))
                .hasSize(1);
    }
}
