package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.clientdocument.ClientSite;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Witness;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An operator who wants no documents gets none. */
class DocumentsOffIT {
    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    @RegisterExtension
    static final Witness WITNESS = ConfiguredServer.witness();

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
    void others_are_known_as_before() {
        assertThat(ConfiguredServer.client("portal").ask().status()).isEqualTo(303);
    }
}
