package dev.gatehouse.blackbox.rfc8414;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Wire;
import jakarta.json.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationServerMetadataIT {
    private static final String PATH = "/.well-known/oauth-authorization-server";

    /** Frozen: clients cache this document. */
    private static final String DOCUMENT = """
        {"authorization_endpoint":"BASE/oauth/authorize",\
        "authorization_response_iss_parameter_supported":true,\
        "code_challenge_methods_supported":["S256"],\
        "grant_types_supported":["authorization_code","refresh_token"],\
        "issuer":"BASE",\
        "jwks_uri":"BASE/oauth/jwks",\
        "registration_endpoint":"BASE/oauth/register",\
        "response_modes_supported":["query"],\
        "response_types_supported":["code"],\
        "revocation_endpoint":"BASE/oauth/revoke",\
        "revocation_endpoint_auth_methods_supported":["none","client_secret_basic","client_secret_post"],\
        "scopes_supported":["mcp","mcp:read","mcp:write","offline_access"],\
        "token_endpoint":"BASE/oauth/token",\
        "token_endpoint_auth_methods_supported":["none","client_secret_basic","client_secret_post"]}\
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATH,
                PATH + "/",
                PATH + "/mcp",
                PATH + "/mcp/",
                PATH + "/api/v1/mcp",
                PATH + "?x=y",
                "/.well-known/openid-configuration",
                "/.well-known/openid-configuration/mcp",
                "/api/auth/.well-known/oauth-authorization-server",
                "/api/auth/.well-known/openid-configuration"
            })
    void reads_the_same_in_every_form_of_its_address(String path) {
        var metadata = Http.get(path).send();

        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(metadata.body()).isEqualTo(DOCUMENT.replace("BASE", Sut.url("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other", "/mcpx", "/mcp/x", "/MCP", "x", "/..", "//mcp"})
    void is_not_there_for_what_is_no_resource(String suffix) {
        assertThat(Wire.get(PATH + suffix).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "Forwarded: host=evil.example;proto=https",
                "X-Forwarded-Port: 1",
                "X-Forwarded-Prefix: /evil",
                "X-Original-URL: /evil",
                "X-Host: evil.example"
            })
    void names_the_configured_issuer_whatever_a_proxy_header_says(String header) {
        assertThat(Wire.get(PATH, header).body()).isEqualTo(DOCUMENT.replace("BASE", Sut.url("")));
    }

    @Test
    void names_the_configured_issuer_whatever_host_is_asked() {
        assertThat(Wire.asHost("evil.example", PATH).body()).isEqualTo(DOCUMENT.replace("BASE", Sut.url("")));
    }

    @Test
    void names_addresses_that_answer() {
        var metadata = Http.get(PATH).send().json();

        metadata.values().stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .forEach(url -> assertThat(Http.request("GET", url + (url.equals(Sut.url("")) ? "/" : ""))
                                .send()
                                .status())
                        .as(url)
                        .isIn(200, 400, 405));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void can_only_be_read(String method) {
        assertThat(Http.request(method, PATH).send().status()).isEqualTo(405);
    }

    @Test
    void is_the_same_for_whoever_asks() {
        var metadata = Http.get(PATH)
                .bearer("invalid")
                .header("Cookie", "gatehouse_session=x")
                .send();

        assertThat(metadata.body()).isEqualTo(DOCUMENT.replace("BASE", Sut.url("")));
        assertThat(metadata.header("Set-Cookie")).isEmpty();
    }
}
