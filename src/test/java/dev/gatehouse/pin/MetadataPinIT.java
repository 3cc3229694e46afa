package dev.gatehouse.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Sut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Frozen to the byte: clients cache these documents and compare them. When one goes red, either a mistake was made, or
 * a client-visible change that belongs into the changelog; then freeze the new text.
 */
class MetadataPinIT {

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-authorization-server", "/.well-known/oauth-authorization-server/mcp"})
    void authorization_server(String path) {
        assertThat(Http.get(path).send().body())
                .isEqualTo(("{\"acr_values_supported\":[\"1fa\",\"2fa\",\"phr\"],"
                               + "\"authorization_endpoint\":\"BASE/oauth/authorize\","
                               + "\"authorization_response_iss_parameter_supported\":true,"
                               + "\"client_id_metadata_document_supported\":true,"
                               + "\"code_challenge_methods_supported\":[\"S256\"],"
                               + "\"device_authorization_endpoint\":\"BASE/oauth/device_authorization\","
                               + "\"dpop_signing_alg_values_supported\":[\"ES256\",\"RS256\",\"PS256\"],"
                               + "\"grant_types_supported\":[\"authorization_code\",\"client_credentials\",\"refresh_token\",\"urn:ietf:params:oauth:grant-type:device_code\",\"urn:ietf:params:oauth:grant-type:token-exchange\"],"
                               + "\"introspection_endpoint\":\"BASE/oauth/introspect\","
                               + "\"introspection_endpoint_auth_methods_supported\":[\"client_secret_basic\",\"client_secret_post\",\"private_key_jwt\"],"
                               + "\"introspection_endpoint_auth_signing_alg_values_supported\":[\"ES256\",\"RS256\",\"PS256\"],"
                               + "\"issuer\":\"BASE\",\"jwks_uri\":\"BASE/oauth/jwks\","
                               + "\"prompt_values_supported\":[\"none\",\"login\",\"consent\",\"select_account\"],"
                               + "\"pushed_authorization_request_endpoint\":\"BASE/oauth/par\","
                               + "\"registration_endpoint\":\"BASE/oauth/register\","
                               + "\"require_pushed_authorization_requests\":false,"
                               + "\"response_modes_supported\":[\"query\"],\"response_types_supported\":[\"code\"],"
                               + "\"revocation_endpoint\":\"BASE/oauth/revoke\","
                               + "\"revocation_endpoint_auth_methods_supported\":[\"none\",\"client_secret_basic\",\"client_secret_post\",\"private_key_jwt\"],"
                               + "\"revocation_endpoint_auth_signing_alg_values_supported\":[\"ES256\",\"RS256\",\"PS256\"],"
                               + "\"scopes_supported\":[\"mcp\",\"mcp:read\",\"mcp:write\",\"offline_access\",\"openid\",\"profile\",\"email\"],"
                               + "\"token_endpoint\":\"BASE/oauth/token\","
                               + "\"token_endpoint_auth_methods_supported\":[\"none\",\"client_secret_basic\",\"client_secret_post\",\"private_key_jwt\"],"
                               + "\"token_endpoint_auth_signing_alg_values_supported\":[\"ES256\",\"RS256\",\"PS256\"]}")
                        .replace("BASE", Sut.url("")));
    }

    @ParameterizedTest
    @CsvSource({"'', /mcp", "/mcp, /mcp", "/mcp/, /mcp/", "/api/v1/mcp, /api/v1/mcp"})
    void protected_resource(String suffix, String resource) {
        assertThat(Http.get("/.well-known/oauth-protected-resource" + suffix)
                        .send()
                        .body())
                .isEqualTo(("{"
                                + "\"authorization_servers\":[\"BASE\"],"
                                + "\"bearer_methods_supported\":[\"header\"],"
                                + "\"resource\":\"BASE" + resource + "\","
                                + "\"resource_name\":\"Gatehouse\","
                                + "\"scopes_supported\":[\"mcp\",\"mcp:read\",\"mcp:write\"]"
                                + "}")
                        .replace("BASE", Sut.url("")));
    }

    @Test
    void challenge_of_somebody_who_presents_nothing() {
        assertThat(Http.post("/mcp").json("{}").send().headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer resource_metadata=\"" + Sut.url("/.well-known/oauth-protected-resource/mcp")
                        + "\", scope=\"mcp\"");
    }

    @Test
    void challenge_of_somebody_whose_token_is_worth_nothing() {
        assertThat(Http.post("/mcp").bearer("x").json("{}").send().headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer error=\"invalid_token\", error_description=\"The credential is not valid\","
                        + " resource_metadata=\"" + Sut.url("/.well-known/oauth-protected-resource/mcp")
                        + "\", scope=\"mcp\"");
    }

    @Test
    void refusal_of_somebody_who_presents_nothing() {
        assertThat(Http.post("/mcp").json("{}").send().body())
                .isEqualTo("{\"detail\":\"Authentication is required: connect with OAuth, or send an API key as"
                        + " X-API-Key or as Bearer token.\",\"error\":\"unauthorized\"}");
    }
}
