package dev.gatehouse.blackbox.clientdocument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack 24: a client that was registered by other means is never taken over by a document at its id. */
class DocumentTakeoverIT {
    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness();

    private static final String OURS = "https://app.example/callback";

    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    @ParameterizedTest
    @ValueSource(strings = {"administered", "configured", "dynamic"})
    void a_registered_client_stays_what_it_was_and_its_url_is_not_asked(String origin) {
        var id = SITE.publish();
        manage(id, origin, true);

        Expect.page(OAuthDance.of(id).ask(), 400);
        var own = OAuthDance.of(id).with("redirect_uri", OURS).ask();

        assertThat(own.status()).isEqualTo(303);
        assertThat(SITE.asked(id)).isZero();
        assertThat(WITNESS.rows("select redirect_uris, origin from oauth_client where client_id = ?", id))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("redirect_uris")).isEqualTo(OURS);
                    assertThat(row.get("origin")).isEqualTo(origin);
                });
    }

    @Test
    void a_client_that_was_switched_off_does_not_come_back_as_a_document() {
        var id = SITE.publish();
        manage(id, "configured", false);

        Expect.page(OAuthDance.of(id).ask(), 400);

        assertThat(SITE.asked(id)).isZero();
    }

    @Test
    void a_registration_cannot_choose_an_id() {
        var wanted = SITE.newId();

        var given = OAuthDance.registerClient(
                        Json.createObjectBuilder().add("client_id", wanted).build())
                .json()
                .getString("client_id");

        assertThat(given).isNotEqualTo(wanted).doesNotStartWith("http");
    }

    /** As an administrator would have it. */
    private void manage(String id, String origin, boolean active) {
        WITNESS.database().change("""
            insert into oauth_client (client_id, name, redirect_uris, authentication_method, grant_types, scope,
                trusted, issued_at, used_at, origin, active, dpop_bound)
            select cast(? as varchar(512)), 'Managed', '%s', 'none', 'authorization_code', 'mcp', false,
                issued_at, issued_at, '%s', %s, false
            from oauth_client where trusted\
            """.formatted(OURS, origin, active), id);
    }
}
