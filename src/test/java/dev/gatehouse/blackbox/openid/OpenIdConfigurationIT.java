package dev.gatehouse.blackbox.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Discovery §3, §4. */
class OpenIdConfigurationIT {
    private static final String PATH = "/.well-known/openid-configuration";

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "/", PATH + "/mcp", PATH + "/mcp/", "/api/auth" + PATH})
    void has_every_required_member_in_every_form_of_its_address(String path) {
        var reply = Http.get(path).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(reply.json())
                .containsKeys(
                        "issuer",
                        "authorization_endpoint",
                        "token_endpoint",
                        "jwks_uri",
                        "response_types_supported",
                        "subject_types_supported",
                        "id_token_signing_alg_values_supported");
        assertThat(reply.json().getString("issuer")).isEqualTo(Sut.url(""));
    }

    @Test
    void says_what_it_does() {
        var metadata = document();

        assertThat(metadata.getString("userinfo_endpoint")).isEqualTo(Sut.url("/oauth/userinfo"));
        assertThat(texts(metadata, "subject_types_supported")).containsExactly("public");
        assertThat(texts(metadata, "id_token_signing_alg_values_supported")).contains("RS256", "ES256");
        assertThat(texts(metadata, "scopes_supported")).contains("openid", "profile", "email");
        assertThat(texts(metadata, "claims_supported"))
                .contains("sub", "iss", "auth_time", "acr", "amr", "name", "email", "email_verified");
    }

    /** Some of these are true where a document is silent. */
    @Test
    void says_what_it_does_not_do() {
        var metadata = document();

        assertThat(metadata.getBoolean("claims_parameter_supported")).isFalse();
        assertThat(metadata.getBoolean("request_parameter_supported")).isFalse();
        assertThat(metadata.getBoolean("request_uri_parameter_supported")).isFalse();
    }

    @Test
    void contains_all_that_the_oauth_document_says() {
        var oauth = Http.get("/.well-known/oauth-authorization-server").send().json();

        assertThat(document()).containsAllEntriesOf(oauth);
        assertThat(oauth.keySet()).doesNotContain("subject_types_supported", "userinfo_endpoint", "claims_supported");
    }

    @Test
    void is_not_there_for_what_is_no_resource() {
        assertThat(Http.get(PATH + "/other").send().status()).isEqualTo(404);
    }

    /** Frozen as {@code MetadataPinIT} freezes the rest. */
    @Test
    void adds_exactly_these_members() {
        var added = Json.createObjectBuilder(document());
        Http.get("/.well-known/oauth-authorization-server")
                .send()
                .json()
                .keySet()
                .forEach(added::remove);

        assertThat(added.build().toString())
                .isEqualTo("{\"claim_types_supported\":[\"normal\"],\"claims_parameter_supported\":false,"
                               + "\"claims_supported\":[\"sub\",\"iss\",\"aud\",\"exp\",\"iat\",\"auth_time\",\"nonce\",\"acr\","
                               + "\"amr\",\"at_hash\",\"name\",\"email\",\"email_verified\"],"
                               + "\"id_token_signing_alg_values_supported\":[\"ES256\",\"RS256\"],"
                               + "\"request_parameter_supported\":false,\"request_uri_parameter_supported\":false,"
                               + "\"subject_types_supported\":[\"public\"],"
                               + "\"userinfo_endpoint\":\"" + Sut.url("/oauth/userinfo") + "\"}");
    }

    private static JsonObject document() {
        return Http.get(PATH).send().json();
    }

    private static List<String> texts(JsonObject metadata, String member) {
        return metadata.getJsonArray(member).getValuesAs(JsonString::getString);
    }
}
