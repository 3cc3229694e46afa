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

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATH,
                PATH + "/",
                PATH + "/mcp",
                PATH + "/mcp/",
                PATH + "/api/v1/mcp",
                PATH + "?x=y",
                "/api/auth/.well-known/oauth-authorization-server"
            })
    void reads_the_same_in_every_form_of_its_address(String path) {
        var metadata = Http.get(path).send();

        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(metadata.body()).isEqualTo(document());
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
        assertThat(Wire.get(PATH, header).body()).isEqualTo(document());
    }

    @Test
    void names_the_configured_issuer_whatever_host_is_asked() {
        assertThat(Wire.asHost("evil.example", PATH).body()).isEqualTo(document());
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

        assertThat(metadata.body()).isEqualTo(document());
        assertThat(metadata.header("Set-Cookie")).isEmpty();
    }

    /** As a client that knows nothing reads it; {@code MetadataPinIT} freezes it. */
    private static String document() {
        var document = Http.get(PATH).send().body();
        assertThat(document).contains("\"issuer\":\"" + Sut.url("") + "\"");
        return document;
    }
}
