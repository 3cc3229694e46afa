package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.clientdocument.ClientSite;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Witness;
import dev.gatehouse.support.TlsSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator who wants to know every client: nobody registers, and documents count from known hosts only. */
class RegistrationOffIT {
    private static final int MOMENT = 300;

    @AutoClose
    private static final ClientSite SITE = new ClientSite();

    @RegisterExtension
    static final Witness WITNESS = Witness.with("gatehouse.registration.policy", "off")
            .and("gatehouse.oauth.document-allowed-hosts", "localhost,127.0.0.1")
            .and("gatehouse.oauth.document-denied-hosts", "127.0.0.1")
            .and("gatehouse.outbound.allow-loopback", "true")
            .and("gatehouse.outbound.extra-ca", TlsSite.authority().toString());

    private static List<Map<String, String>> clients() {
        return WITNESS.rows("select client_id from oauth_client order by client_id");
    }

    private static boolean connected(ServerSocket listener) throws IOException {
        try (var peer = listener.accept()) {
            return peer.isConnected();
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/register", "/register"})
    void nobody_registers_a_client(String path) {
        var before = clients();

        var reply = Http.post(path)
                .bearer(ConfiguredServer.INITIAL_TOKEN)
                .json("{\"redirect_uris\":[\"" + OAuthDance.REDIRECT_URI + "\"]}")
                .send();

        Expect.refused(reply, 403, "access_denied");
        assertThat(clients()).isEqualTo(before);
        assertThat(WITNESS.rows(
                        "select action from audit_record where request_id = ?",
                        reply.header("X-Request-Id").orElseThrow()))
                .extracting(row -> row.get("action"))
                .doesNotContain("oauth.client_registered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"})
    void the_metadata_names_no_registration_endpoint(String path) {
        var metadata = Http.get(path).send().json();

        assertThat(metadata).containsKey("token_endpoint").doesNotContainKey("registration_endpoint");
        assertThat(metadata.getBoolean("client_id_metadata_document_supported")).isTrue();
    }

    @Test
    void a_document_of_an_allowed_host_is_used() {
        var id = SITE.publish();

        assertThat(OAuthDance.of(id).ask().status()).isEqualTo(303);

        assertThat(SITE.asked(id)).isPositive();
    }

    /** The first is on both lists, the second on none. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2"})
    void a_document_of_another_host_is_not_even_asked_for(String host) throws IOException {
        try (var listener = new ServerSocket(0, 50, InetAddress.getByName(host))) {
            listener.setSoTimeout(MOMENT);
            var id = "https://%s:%d/client.json".formatted(host, listener.getLocalPort());

            var page = OAuthDance.of(id).ask();
            Expect.page(page, 400);
            Expect.refused(OAuthDance.of(id).refresh("x"), 401, "invalid_client");

            assertThat(connected(listener)).isFalse();
            assertThat(WITNESS.rows("select client_id from oauth_client where client_id = ?", id))
                    .isEmpty();
            assertThat(WITNESS.rows(
                            "select detail from audit_record where request_id = ?",
                            page.header("X-Request-Id").orElseThrow()))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row.get("detail")).contains("documents of " + host + " are not permitted"));
        }
    }
}
