package dev.gatehouse.oauth.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack 25, first half: one document has one name. */
class ClientIdUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://claude.ai/oauth/claude-code-client-metadata",
                "https://vscode.dev/oauth/client-metadata.json",
                "https://chatgpt.com/oauth/abc/client.json",
                "https://app.example/",
                "https://app.example:8443/client.json",
                "https://app.example/client.json?version=2",
                "https://app.example/~me/c%C3%A9.json",
                "https://app.example/.well-known/client",
                "https://app.example/a..b/...",
                "https://[2606:4700::1111]/client.json"
            })
    void takes_an_https_url_with_a_path(String id) {
        assertThat(ClientIdUrl.parse(id, false))
                .hasValueSatisfying(url -> assertThat(url).hasToString(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "https://",
                "https://app.example",
                "https://app.example?x=/client.json",
                "http://app.example/client.json",
                "HTTPS://app.example/client.json",
                "https://App.example/client.json",
                "https://app.example./client.json",
                "https://app.example:443/client.json",
                "https://app.example:0443/client.json",
                "https://app.example:/client.json",
                "https://app.example:08443/client.json",
                "https://app.example:65536/client.json",
                "https://app.example:99999999999/client.json",
                "https://user@app.example/client.json",
                "https://user:secret@app.example/client.json",
                "https://@app.example/client.json",
                "https://app.example/client.json#",
                "https://app.example/client.json#part",
                "https://app.example/./client.json",
                "https://app.example/../client.json",
                "https://app.example/a/..",
                "https://app.example/a/.",
                "https://app.example/%2e%2E/client.json",
                "https://app.example/.%2e/client.json",
                "https://app.example/a%2fb",
                "https://app.example/a%5cb",
                "https://app.example/a%00b",
                "https://app.example/a%0d%0aHost:evil",
                "https://app.example/%zz",
                "https://app.example\\@evil.example/client.json",
                "https://app.example/client json",
                "https://app.example/client.json\n",
                "https://app.example/cli\u00e9nt.json",
                "https://bücher.example/client.json",
                "https:///client.json",
                "https://a_b.example/client.json",
                "javascript://app.example/%0aalert(1)"
            })
    void takes_nothing_else(String id) {
        assertThat(ClientIdUrl.parse(id, false)).isEmpty();
    }

    @Test
    void takes_no_more_than_500_characters() {
        var start = "https://app.example/";

        assertThat(ClientIdUrl.parse(start + "x".repeat(500 - start.length()), false))
                .isPresent();
        assertThat(ClientIdUrl.parse(start + "x".repeat(501 - start.length()), false))
                .isEmpty();
    }

    @Test
    void takes_http_on_loopback_only_where_that_is_allowed() {
        assertThat(ClientIdUrl.parse("http://localhost:3000/client.json", true)).isPresent();
        assertThat(ClientIdUrl.parse("http://localhost:3000/client.json", false))
                .isEmpty();
        assertThat(ClientIdUrl.parse("http://localhost.evil.example/client.json", true))
                .isEmpty();
        assertThat(ClientIdUrl.parse("http://localhost:80/client.json", true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example", "https://x", "http://localhost/"})
    void knows_an_id_that_can_only_be_meant_as_a_url(String id) {
        assertThat(ClientIdUrl.claimed(id)).isTrue();
        assertThat(ClientIdUrl.claimed("x" + id)).isFalse();
    }
}
