package dev.gatehouse.blackbox.rfc8628;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.DeviceDance;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The device authorization endpoint, RFC 8628 §3.1 and §3.2. */
class DeviceAuthorizationIT {

    @Test
    void gives_two_codes_and_says_where_to_type_one() {
        var reply = DeviceDance.ask(DeviceDance.client(), "mcp");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        var codes = reply.json();
        assertThat(codes.getString("device_code")).matches("ghd_[A-Za-z0-9_-]{43}");
        assertThat(codes.getString("user_code")).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
        assertThat(codes.getString("verification_uri")).isEqualTo(Sut.url("/oauth/device"));
        assertThat(codes.getString("verification_uri_complete"))
                .isEqualTo(Sut.url("/oauth/device?user_code=" + codes.getString("user_code")));
        assertThat(codes.getInt("expires_in")).isEqualTo(600);
        assertThat(codes.getInt("interval")).isEqualTo(5);
    }

    @Test
    void is_for_clients_that_registered_for_it() {
        Expect.refused(DeviceDance.ask(OAuthDance.register(), "mcp"), 400, "unauthorized_client");
    }

    @Test
    void is_not_for_clients_that_nobody_knows() {
        Expect.refused(DeviceDance.ask(OAuthDance.of("unknown"), "mcp"), 401, "invalid_client");
    }

    @Test
    void needs_the_secret_of_a_client_that_has_one() {
        var client = OAuthDance.register(Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add(DeviceDance.GRANT))
                .add("token_endpoint_auth_method", "client_secret_basic")
                .build());

        assertThat(DeviceDance.ask(client, "mcp").status()).isEqualTo(200);
        Expect.refused(
                Http.post("/oauth/device_authorization")
                        .form(Map.of("client_id", client.clientId()))
                        .send(),
                401,
                "invalid_client");
    }

    @Test
    void refuses_a_scope_of_which_nothing_is_known() {
        Expect.refused(DeviceDance.ask(DeviceDance.client(), "none:known"), 400, "invalid_scope");
    }

    @Test
    void refuses_another_resource() {
        var client = DeviceDance.client();

        Expect.refused(
                client.send(
                        "/oauth/device_authorization",
                        Map.of("client_id", client.clientId(), "resource", "https://other.example/mcp")),
                400,
                "invalid_target");
    }

    @Test
    void answers_programs_only() {
        Expect.refused(Http.get("/oauth/device_authorization").send(), 405, "invalid_request");
        Expect.refused(Http.post("/oauth/device_authorization").json("{}").send(), 400, "invalid_request");
    }

    @Test
    void is_announced() {
        var metadata =
                Http.get("/.well-known/oauth-authorization-server").send().json();

        assertThat(metadata.getString("device_authorization_endpoint"))
                .isEqualTo(Sut.url("/oauth/device_authorization"));
        assertThat(metadata.getJsonArray("grant_types_supported").toString()).contains(DeviceDance.GRANT);
    }
}
