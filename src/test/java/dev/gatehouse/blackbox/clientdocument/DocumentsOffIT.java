package dev.gatehouse.blackbox.clientdocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator who wants no documents gets none. */
class DocumentsOffIT {
    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    @AutoClose
    private static Witness server;

    @BeforeAll
    static void start() {
        server = Witness.start(
                DocumentServer.directory(),
                process ->
                        DocumentServer.open(process).property("gatehouse.oauth.client-id-metadata-documents", "false"));
    }

    @BeforeEach
    void begin() {
        Sut.use(server.server().baseUrl());
    }

    @AfterEach
    void end() {
        Sut.useDefault();
    }

    @Test
    void they_are_not_announced_and_their_clients_are_unknown() {
        var id = SITE.publish();

        var reply = OAuthDance.of(id).ask();

        Expect.page(reply, 400);
        assertThat(reply.body()).contains("unknown client_id");
        assertThat(SITE.asked(id)).isZero();
        assertThat(Http.get("/.well-known/oauth-authorization-server")
                        .send()
                        .json()
                        .getBoolean("client_id_metadata_document_supported"))
                .isFalse();
        Expect.refused(OAuthDance.of(id).refresh("x"), 401, "invalid_client");
    }

    @Test
    void others_may_register_as_before() {
        assertThat(OAuthDance.register().ask().status()).isEqualTo(303);
    }
}
