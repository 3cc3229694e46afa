package dev.gatehouse.blackbox.clientdocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two nodes that see a client for the first time at the same moment both know it, once. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("two nodes")
class DocumentRaceIT {
    private static final int RUNNERS = 16;

    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness().onTwoNodes();

    @RepeatedTest(5)
    void both_find_the_client_and_the_database_has_it_once() {
        var id = SITE.newId();
        SITE.answer(id, ClientSite.answer(id).with("Cache-Control", "no-store"));
        var runner = new AtomicInteger();

        var replies = Race.of(
                RUNNERS,
                () -> Sut.at(
                        (runner.getAndIncrement() % 2 == 0 ? WITNESS.server() : WITNESS.second()).baseUrl(),
                        () -> OAuthDance.of(id).ask()));

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(303));
        assertThat(WITNESS.rows("select client_id from oauth_client where client_id = ?", id))
                .hasSize(1);
        assertThat(WITNESS.rows(
                        "select action from audit_record where client_id = ? and action = 'oauth.client_document_read'",
                        id))
                .hasSize(1);
    }
}
