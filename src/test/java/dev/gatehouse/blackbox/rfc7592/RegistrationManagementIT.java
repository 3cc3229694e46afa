package dev.gatehouse.blackbox.rfc7592;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.DeviceDance;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7592: a client reads, replaces and ends its registration by the token that only it was told. */
class RegistrationManagementIT {
    private final JsonObject client = OAuthDance.registerClient(Json.createObjectBuilder()
                    .add("token_endpoint_auth_method", "client_secret_post")
                    .build())
            .json();

    private Http manage(String method, String token) {
        return Http.request(method, client.getString("registration_client_uri")).bearer(token);
    }

    private Http manage(String method) {
        return manage(method, client.getString("registration_access_token"));
    }

    private JsonObject changed(String member, String value) {
        return Json.createObjectBuilder()
                .add("client_id", client.getString("client_id"))
                .add("redirect_uris", Json.createArrayBuilder().add("http://localhost:3000/callback"))
                .add("token_endpoint_auth_method", "client_secret_post")
                .add(member, value)
                .build();
    }

    private OAuthDance dance() {
        return OAuthDance.of(client.getString("client_id"))
                .authenticatingBy("client_secret_post", client.getString("client_secret"));
    }

    @Test
    void tells_what_is_registered_but_not_the_secret() {
        var reply = manage("GET").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.json().getString("client_id")).isEqualTo(client.getString("client_id"));
        assertThat(reply.json().getString("client_name")).isEqualTo(client.getString("client_name"));
        assertThat(reply.json()).doesNotContainKey("client_secret");
    }

    @Test
    void replaces_what_is_registered() {
        var reply = manage("PUT").json(changed("client_name", "Renamed")).send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(manage("GET").send().json().getString("client_name")).isEqualTo("Renamed");
        assertThat(Audit.during(reply).toString()).contains("oauth.client_changed");
    }

    @Test
    void keeps_the_secret_of_a_client_that_still_needs_one() {
        manage("PUT").json(changed("client_name", "Renamed")).send();

        assertThat(dance().redeem(dance().code(Demo.OWNER)).error()).isEqualTo("invalid_grant");
    }

    @Test
    void makes_nobody_trusted() {
        manage("PUT").json(changed("trusted", "true")).send();

        assertThat(dance().signIn(Demo.OWNER).page().asksFor("csrf")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void answers_nobody_without_the_token(String method) {
        var other =
                OAuthDance.registerClient(Json.createObjectBuilder().build()).json();
        for (var token :
                new String[] {"wrong", client.getString("client_secret"), other.getString("registration_access_token")
                }) {
            var request = manage(method, token);
            refused(
                    method.equals("PUT")
                            ? request.json(changed("client_name", "Taken")).send()
                            : request.send());
        }
        assertThat(manage("GET").send().json().getString("client_name")).isEqualTo(client.getString("client_name"));
    }

    private static void refused(Reply reply) {
        Expect.refused(reply, 401, "invalid_token");
        assertThat(reply.header("WWW-Authenticate").orElse("")).contains("invalid_token");
        assertThat(reply.json()).doesNotContainKey("client_id");
    }

    @Test
    void tells_nothing_of_clients_that_do_not_exist() {
        refused(Http.get("/oauth/register/nobody").bearer("wrong").send());
    }

    @Test
    void changes_nothing_by_a_bad_document() {
        Expect.refused(manage("PUT").json(changed("redirect_uris", "x")).send(), 400, "invalid_client_metadata");
        Expect.refused(manage("PUT").json(changed("client_id", "other")).send(), 400, "invalid_client_metadata");

        assertThat(manage("GET").send().json().getString("client_name")).isEqualTo(client.getString("client_name"));
    }

    @Test
    void ends_the_registration_and_every_token() {
        var tokens = dance().tokens(Demo.OWNER);
        Expect.accepted(tokens.getString("access_token"));

        assertThat(manage("DELETE").send().status()).isEqualTo(204);

        Expect.dead(tokens.getString("access_token"));
        Expect.refused(dance().refresh(tokens.getString("refresh_token")), 401, "invalid_client");
        Expect.page(dance().ask(), 400);
        refused(manage("GET").send());
    }

    @Test
    void ends_it_with_a_pushed_request_that_nobody_has_come_for() {
        assertThat(dance().push().status()).isEqualTo(201);

        assertThat(manage("DELETE").send().status()).isEqualTo(204);

        refused(manage("GET").send());
    }

    @Test
    void ends_it_with_a_device_that_still_waits() {
        var device = OAuthDance.registerClient(Json.createObjectBuilder()
                        .add("grant_types", Json.createArrayBuilder().add(DeviceDance.GRANT))
                        .build())
                .json();
        var waiting = DeviceDance.begin(OAuthDance.of(device.getString("client_id")), null);
        var registration = Http.request("DELETE", device.getString("registration_client_uri"))
                .bearer(device.getString("registration_access_token"));

        assertThat(registration.send().status()).isEqualTo(204);

        Expect.refused(waiting.poll(), 401, "invalid_client");
    }

    @Test
    void is_not_for_the_operators_clients() {
        refused(Http.get("/oauth/register/" + Demo.trustedClient().getString("clientId"))
                .bearer(Demo.trustedClient().getString("clientSecret"))
                .send());
    }
}
