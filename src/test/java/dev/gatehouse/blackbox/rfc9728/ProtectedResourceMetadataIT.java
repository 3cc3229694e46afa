package dev.gatehouse.blackbox.rfc9728;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedResourceMetadataIT {
    private static final String PATH = "/.well-known/oauth-protected-resource";

    /** Frozen: clients cache this document. */
    private static final String DOCUMENT = """
        {"authorization_servers":["BASE"],\
        "bearer_methods_supported":["header"],\
        "resource":"RESOURCE",\
        "resource_name":"Gatehouse",\
        "scopes_supported":["mcp","mcp:read","mcp:write"]}\
        """;

    /** RFC 9728 §3.3: {@code resource} is the URL that the client typed, to the byte. */
    @ParameterizedTest
    @CsvSource({
        PATH + ", /mcp",
        PATH + "/, /mcp",
        PATH + "/mcp, /mcp",
        PATH + "/mcp/, /mcp/",
        PATH + "/api/v1/mcp, /api/v1/mcp",
        "/api/auth" + PATH + ", /mcp",
        "/api/auth" + PATH + "/mcp, /mcp",
        "/api/auth" + PATH + "/api/v1/mcp, /api/v1/mcp"
    })
    void names_the_resource_that_was_typed(String path, String resource) {
        var metadata = Http.get(path).send();

        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(metadata.body()).isEqualTo(document(resource));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other", "/mcpx", "/MCP", "/%6dcp", "//mcp", "/mcp//", "/../mcp", "x", "/mcp;x=y"})
    void is_not_there_for_what_is_no_resource(String suffix) {
        assertThat(Wire.get(PATH + suffix).status()).isIn(400, 404);
    }

    @Test
    void names_the_configured_resource_whatever_host_is_asked() {
        assertThat(Wire.asHost("evil.example", PATH).body()).isEqualTo(document("/mcp"));
        assertThat(Wire.get(PATH, "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https")
                        .body())
                .isEqualTo(document("/mcp"));
    }

    @ParameterizedTest
    @CsvSource({"/mcp, /mcp", "/mcp/, /mcp/", "/api/v1/mcp, /api/v1/mcp"})
    void is_where_the_challenge_of_the_endpoint_points(String endpoint, String resource) {
        var challenge = Http.post(endpoint).json("{\"method\":\"tools/list\"}").send();

        assertThat(challenge.status()).isEqualTo(401);
        assertThat(challenge.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer resource_metadata=\"" + Sut.url(PATH + resource) + "\", scope=\"mcp\"");
        assertThat(Http.get(PATH + resource).send().json().getString("resource"))
                .isEqualTo(Sut.url(endpoint));
    }

    @Test
    void names_an_authorization_server_whose_metadata_name_it_too() {
        var issuer = Http.get(PATH)
                .send()
                .json()
                .getJsonArray("authorization_servers")
                .getString(0);

        assertThat(Http.request("GET", issuer + "/.well-known/oauth-authorization-server")
                        .send()
                        .json()
                        .getString("issuer"))
                .isEqualTo(issuer);
    }

    @Test
    void can_only_be_read() {
        assertThat(Http.post(PATH).json("{}").send().status()).isEqualTo(405);
    }

    private static String document(String resource) {
        return DOCUMENT.replace("BASE", Sut.url("")).replace("RESOURCE", Sut.url(resource));
    }
}
