package dev.gatehouse.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.oauth.error.OAuthError;
import dev.gatehouse.oauth.error.OAuthException;
import dev.gatehouse.platform.crypto.SigningAlgorithm;
import dev.gatehouse.platform.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMetadataTest {
    private static final Set<String> GRANTS = Set.of("authorization_code", "refresh_token");

    @Test
    void fills_in_what_a_client_does_not_say() {
        var metadata = of("");

        assertThat(metadata.clientName()).isEqualTo("MCP client");
        assertThat(metadata.authenticationMethod()).isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        assertThat(metadata.grantTypes()).isEqualTo(GRANTS);
        assertThat(metadata.scope()).isEqualTo("mcp mcp:read mcp:write offline_access openid profile email");
    }

    @Test
    void ignores_what_it_does_not_serve() {
        var metadata = of("""
            , "grant_types": ["implicit", "authorization_code"], "response_types": ["code", "token"],
            "scope": "groups mcp:read", "token_endpoint_auth_method": "tls_client_auth", "jwks": {}, "logo_uri": 5
            """);

        assertThat(metadata.grantTypes()).containsExactly("authorization_code");
        assertThat(metadata.scope()).isEqualTo("mcp:read");
        assertThat(metadata.authenticationMethod()).isEqualTo(ClientAuthenticationMethod.NONE);
    }

    /** OpenID Connect Registration §2. */
    @ParameterizedTest
    @CsvSource({
        "'', RS256",
        "', \"id_token_signed_response_alg\": \"RS256\"', RS256",
        "', \"id_token_signed_response_alg\": \"ES256\"', ES256",
        "', \"id_token_signed_response_alg\": \"none\"', RS256",
        "', \"id_token_signed_response_alg\": \"HS256\"', RS256"
    })
    void signs_id_tokens_by_what_the_client_asks_for_and_we_serve(String member, SigningAlgorithm algorithm) {
        assertThat(of(member).idTokenAlgorithm()).isEqualTo(algorithm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Claude\\u202eedualC\"",
                "\"Clau\\u200bde\"",
                "\"Cla\\u0000ude\"",
                "\"Claude\\r\\n\"",
                "\"\\ufeffClaude \""
            })
    void drops_invisible_characters_from_a_name(String name) {
        assertThat(of(", \"client_name\": " + name).clientName()).matches("[A-Za-z]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"  \"", "\"\\u200b\"", "null"})
    void calls_a_client_without_a_visible_name_by_what_it_is(String name) {
        assertThat(of(", \"client_name\": " + name).clientName()).isEqualTo("MCP client");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"client_name\": 5",
                "\"client_name\": [\"x\"]",
                "\"grant_types\": \"authorization_code\"",
                "\"grant_types\": [5]",
                "\"grant_types\": [\"implicit\"]",
                "\"response_types\": [\"token\"]",
                "\"response_types\": \"code\"",
                "\"scope\": [\"mcp\"]",
                "\"token_endpoint_auth_method\": 1"
            })
    void refuses_members_of_the_wrong_type_or_that_leave_nothing_to_serve(String member) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> of(", " + member))
                .satisfies(refusal ->
                        assertThat(refusal.getClass().getSimpleName()).isIn("OAuthException", "JsonFormatException"));
    }

    @Test
    void refuses_a_name_that_fills_the_page() {
        assertThat(of(", \"client_name\": \"" + "n".repeat(200) + "\"").clientName())
                .hasSize(200);
        refuses(", \"client_name\": \"" + "n".repeat(201) + "\"", OAuthError.INVALID_CLIENT_METADATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"redirect_uris\": []}",
                "{\"redirect_uris\": null}",
                "{\"redirect_uris\": [\"http://evil.example/\"]}",
                "{\"redirect_uris\": [\"https://app.example.com/\", \"javascript:alert(1)\"]}",
                "{\"redirect_uris\": [\"https://a.example/1\", \"https://a.example/2\", \"https://a.example/3\"]}"
            })
    void refuses_none_too_many_or_bad_redirect_uris(String document) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> read(document))
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(OAuthError.INVALID_REDIRECT_URI));
    }

    private static void refuses(String members, OAuthError error) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> of(members))
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    private static ClientMetadata of(String members) {
        return read("{\"redirect_uris\": [\"https://app.example.com/callback\"]" + members + "}");
    }

    private static ClientMetadata read(String document) {
        return ClientMetadata.from(
                StrictJson.object(document.getBytes(StandardCharsets.UTF_8)),
                new ClientMetadata.Supported(
                        GRANTS, EnumSet.complementOf(EnumSet.of(ClientAuthenticationMethod.TLS_CLIENT_AUTH)), 2));
    }
}
