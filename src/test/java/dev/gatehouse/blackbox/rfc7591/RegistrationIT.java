package dev.gatehouse.blackbox.rfc7591;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7591 §3.2.1: what a client is told when it registers. */
class RegistrationIT {

    @Test
    void takes_what_clients_of_the_older_systems_send() {
        var reply = Http.post("/oauth/register")
                .json("{\"client_name\":\"Test\",\"redirect_uris\":[\"http://localhost:3000/callback\"]}")
                .send();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.json().getString("client_name")).isEqualTo("Test");
    }

    @Test
    void tells_a_public_client_all_that_it_needs() {
        var before = Instant.now().getEpochSecond();
        var client = OAuthDance.registerClient(members("token_endpoint_auth_method", "none"))
                .json();

        assertThat(client.keySet())
                .containsExactlyInAnyOrder(
                        "client_id",
                        "client_id_issued_at",
                        "registration_access_token",
                        "registration_client_uri",
                        "client_name",
                        "redirect_uris",
                        "token_endpoint_auth_method",
                        "grant_types",
                        "response_types",
                        "scope",
                        "id_token_signed_response_alg",
                        "application_type");
        assertThat(client.getJsonNumber("client_id_issued_at").longValue())
                .isBetween(before - 5, Instant.now().getEpochSecond() + 5);
        assertThat(client.getJsonArray("grant_types").toString())
                .isEqualTo("[\"authorization_code\",\"refresh_token\"]");
        assertThat(client.getJsonArray("response_types").toString()).isEqualTo("[\"code\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret_basic", "client_secret_post"})
    void tells_a_confidential_client_its_secret(String method) {
        var client = OAuthDance.registerClient(members("token_endpoint_auth_method", method))
                .json();

        assertThat(client.getString("token_endpoint_auth_method")).isEqualTo(method);
        assertThat(client.getString("client_secret")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(client.getInt("client_secret_expires_at")).isZero();
    }

    @Test
    void makes_a_client_that_names_no_method_confidential() {
        var client = register("{\"redirect_uris\":[\"https://app.example/\"]}");

        assertThat(client.getString("token_endpoint_auth_method")).isEqualTo("client_secret_basic");
        assertThat(client).containsKey("client_secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls_client_auth", "client_secret_jwt", "self_signed_tls_client_auth", "x"})
    void makes_a_client_whose_method_it_does_not_serve_public(String method) {
        var client = OAuthDance.registerClient(members("token_endpoint_auth_method", method))
                .json();

        assertThat(client.getString("token_endpoint_auth_method")).isEqualTo("none");
        assertThat(client).doesNotContainKey("client_secret");
    }

    @Test
    void gives_every_client_an_id_of_its_own() {
        assertThat(OAuthDance.register().clientId())
                .isNotEqualTo(OAuthDance.register().clientId());
    }

    @ParameterizedTest
    @CsvSource({"https://app.example/, web", "http://localhost/, native", "cursor://x/, native"})
    void tells_what_kind_of_application_it_takes_the_client_for(String redirectUri, String type) {
        assertThat(register("{\"redirect_uris\":[\"" + redirectUri + "\"]}").getString("application_type"))
                .isEqualTo(type);
    }

    @Test
    void leaves_out_the_grants_that_it_does_not_serve() {
        var client = register("""
            {"redirect_uris":["https://app.example/"],
             "grant_types":["implicit","authorization_code","urn:example:grant"]}\
            """);

        assertThat(client.getJsonArray("grant_types").toString()).isEqualTo("[\"authorization_code\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "mcp:read, mcp:read",
        "mcp:read admin root, mcp:read",
        "admin, mcp mcp:read mcp:write offline_access openid profile email",
        "'', mcp mcp:read mcp:write offline_access openid profile email"
    })
    void leaves_out_the_scopes_that_it_does_not_know(String requested, String registered) {
        assertThat(OAuthDance.registerClient(members("scope", requested)).json().getString("scope"))
                .isEqualTo(registered);
    }

    @Test
    void ignores_what_only_the_operator_decides() {
        var reply = Http.post("/oauth/register").json("""
            {"redirect_uris":["http://localhost:3000/callback"], "token_endpoint_auth_method":"none",
             "client_id":"demo-first-party", "client_secret":"chosen", "trusted":true, "secret_hash":"x",
             "registration_access_token":"x", "registration_client_uri":"https://evil.example/"}\
            """).send();

        assertThat(reply.json().getString("client_id")).isNotEqualTo("demo-first-party");
        assertThat(reply.json()).doesNotContainKeys("client_secret", "trusted");
        assertThat(reply.json().getString("registration_access_token")).isNotEqualTo("x");
        assertThat(reply.json().getString("registration_client_uri"))
                .isEqualTo(Sut.url("/oauth/register/" + reply.json().getString("client_id")));
        assertThat(OAuthDance.of(reply.json().getString("client_id"))
                        .signIn(Demo.OWNER)
                        .page()
                        .asksFor("csrf"))
                .isTrue();
    }

    @Test
    void ignores_what_it_does_not_know() {
        var client = register("""
            {"redirect_uris":["https://app.example/"], "logo_uri":"javascript:alert(1)", "client_uri":7,
             "jwks_uri":"http://169.254.169.254/", "software_statement":"x", "x":{"y":[1,2,{"z":null}]},
             "client_name#de":"Anwendung", "contacts":[]}\
            """);

        assertThat(client).doesNotContainKeys("logo_uri", "client_uri", "jwks_uri", "software_statement", "x");
    }

    @Test
    void counts_null_as_absent() {
        var client = register("""
            {"redirect_uris":["https://app.example/"], "client_name":null, "scope":null, "grant_types":null,
             "response_types":null, "token_endpoint_auth_method":null}\
            """);

        assertThat(client.getString("client_name")).isNotEmpty();
    }

    @Test
    void reads_json_of_any_declared_type() {
        var reply = Http.post("/oauth/register")
                .body("text/plain", "{\"redirect_uris\":[\"https://app.example/\"]}")
                .send();

        assertThat(reply.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void is_for_posts_only(String method) {
        Expect.refused(Http.request(method, "/oauth/register").send(), 405, "invalid_request");
    }

    private static JsonObject register(String json) {
        var reply = Http.post("/oauth/register").json(json).send();
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json();
    }

    private static JsonObject members(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }
}
