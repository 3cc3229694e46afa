package dev.gatehouse.oauth.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.platform.json.JsonFormatException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack 25, second half, and the shapes in which vendors publish their documents. */
class ClientIdMetadataDocumentTest {
    private static final String ID = "https://app.example/client.json";
    private static final String PUBLIC_KEY = """
        {"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
         "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}\
        """;

    @Test
    void reads_what_it_needs_and_ignores_the_rest() {
        var members = parse("""
            "client_name":"App","logo_uri":"https://cdn.example/logo.png","backchannel_logout_uri":"https://victim.example/",
            "sector_identifier_uri":"https://victim.example/","request_uris":["https://victim.example/"],
            "software_statement":"x","trusted":true,"client_id_issued_at":1,"unknown":{"a":[1]}\
            """);

        assertThat(members.keySet())
                .containsExactlyInAnyOrder("client_name", "redirect_uris", "token_endpoint_auth_method");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | none",
                "\"token_endpoint_auth_method\":\"none\" | none",
                "\"token_endpoint_auth_method\":\"private_key_jwt\",\"jwks_uri\":\"https://app.example/jwks\" |"
                        + " private_key_jwt",
                "\"token_endpoint_auth_methods_supported\":[\"none\",\"private_key_jwt\"] | none",
                "\"token_endpoint_auth_methods_supported\":[\"private_key_jwt\"] | private_key_jwt",
                "\"token_endpoint_auth_method\":\"private_key_jwt\",\"token_endpoint_auth_methods_supported\":[\"private_key_jwt\",\"none\"]"
                    + " | none",
                "\"token_endpoint_auth_method\":\"client_secret_basic\",\"token_endpoint_auth_methods_supported\":[\"none\"]"
                    + " | none",
                "\"token_endpoint_auth_method\":\"tls_client_auth\" | none",
                "\"token_endpoint_auth_method\":\"something_new\" | none"
            })
    void chooses_an_authentication_method_among_those_offered(String members, String method) {
        assertThat(parse(members == null ? "" : members).getString("token_endpoint_auth_method"))
                .isEqualTo(method);
    }

    @Test
    void leaves_out_what_a_client_would_do_without_a_person() {
        var types = parse("\"grant_types\":[\"authorization_code\",\"client_credentials\",\"urn:x\"]")
                .getJsonArray("grant_types")
                .getValuesAs(JsonString::getString);

        assertThat(types).containsExactly("authorization_code", "urn:x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"client_secret\":\"s\"",
                "\"client_secret\":null",
                "\"client_secret_expires_at\":0",
                "\"token_endpoint_auth_method\":\"client_secret_basic\"",
                "\"token_endpoint_auth_method\":\"client_secret_post\"",
                "\"token_endpoint_auth_method\":\"client_secret_jwt\"",
                "\"token_endpoint_auth_methods_supported\":[\"client_secret_post\",\"client_secret_basic\"]",
                "\"token_endpoint_auth_method\":7",
                "\"token_endpoint_auth_methods_supported\":\"none\"",
                "\"grant_types\":\"authorization_code\"",
                "\"jwks\":\"https://app.example/jwks\"",
                "\"jwks\":{}",
                "\"jwks\":{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}",
                "\"redirect_uris\":[\"https://app.example/again\"]",
                "\"client_id\":\"https://app.example/client.json\""
            })
    void refuses_what_no_document_may_have(String member) {
        assertRefused(document(ID, member));
    }

    @Test
    void refuses_a_private_key_even_where_no_key_is_needed() {
        var withPrivatePart = PUBLIC_KEY.replace("}", ",\"d\":\"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE\"}");

        assertRefused(
                document(ID, "\"token_endpoint_auth_method\":\"none\",\"jwks\":{\"keys\":[" + withPrivatePart + "]}"));
        assertThat(parse("\"jwks\":{\"keys\":[" + PUBLIC_KEY + "]}")).containsKey("jwks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/client.json/",
                "https://app.example/Client.json",
                "https://app.example:443/client.json",
                "https://app.example/%63lient.json",
                "https://app.example/client.json#",
                "https://APP.example/client.json",
                "https://other.example/client.json",
                ""
            })
    void refuses_a_document_of_another_name(String clientId) {
        assertRefused(document(clientId, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"client_id\":\"https://app.example/client.json\"}",
                "{\"client_id\":\"https://app.example/client.json\",\"redirect_uris\":[]}",
                "{\"client_id\":\"https://app.example/client.json\",\"redirect_uris\":\"https://app.example/\"}",
                "{\"client_id\":[\"https://app.example/client.json\"],\"redirect_uris\":[\"https://app.example/\"]}",
                "{\"redirect_uris\":[\"https://app.example/\"]}",
                "\uFEFF{\"client_id\":\"https://app.example/client.json\",\"redirect_uris\":[\"https://app.example/\"]}",
                "{\"client_id\":\"https://app.example/client.json\",\"redirect_uris\":[\"https://app.example/\"]}"
                        + " trailing"
            })
    void refuses_what_is_no_document(String json) {
        assertRefused(json);
    }

    @Test
    void refuses_bytes_that_are_not_utf_8_and_nesting_without_end() {
        var bytes = document(ID, "\"client_name\":\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> ClientIdMetadataDocument.parse(bytes, ID));
        assertRefused(document(ID, "\"x\":" + "[".repeat(1_000) + "]".repeat(1_000)));
    }

    private static JsonObject parse(String members) {
        return ClientIdMetadataDocument.parse(document(ID, members).getBytes(StandardCharsets.UTF_8), ID)
                .members();
    }

    private static void assertRefused(String json) {
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> ClientIdMetadataDocument.parse(json.getBytes(StandardCharsets.UTF_8), ID));
    }

    private static String document(String clientId, String members) {
        return "{\"client_id\":\"" + clientId + "\",\"redirect_uris\":[\"https://app.example/callback\"]"
                + (members.isBlank() ? "" : "," + members) + "}";
    }
}
