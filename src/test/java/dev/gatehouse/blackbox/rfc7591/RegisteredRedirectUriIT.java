package dev.gatehouse.blackbox.rfc7591;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteredRedirectUriIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/callback",
                "https://app.example",
                "https://app.example:8443/callback",
                "https://app.example/callback?tenant=7",
                "https://app.example/callback;v=1",
                "https://app.example/a%20b",
                "https://203.0.113.7/callback",
                "https://[2001:db8::7]/callback",
                "https://xn--bcher-kva.example/callback",
                "https://claude.ai/api/mcp/auth_callback",
                "https://vscode.dev/redirect",
                "http://localhost/callback",
                "http://localhost:3000/callback",
                "http://localhost:3000",
                "http://localhost:65535/",
                "http://127.0.0.1:33418/",
                "http://[::1]:3000/callback",
                "cursor://anysphere.cursor-retrieval/oauth/user-github/callback",
                "vscode://vscode.github-authentication/did-authenticate",
                "com.example.app:/oauth2redirect",
                "app+v1.x-y://callback"
            })
    void accepts_https_loopback_and_private_schemes_as_written(String uri) {
        var reply = register(uri);

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.json().getJsonArray("redirect_uris").getString(0)).isEqualTo(uri);
        assertThat(OAuthDance.of(reply.json().getString("client_id"))
                        .with("redirect_uri", uri)
                        .ask()
                        .status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example/callback",
                "http://192.168.1.7/callback",
                "http://0.0.0.0/callback",
                "http://2130706433/callback",
                "http://127.1/callback",
                "http://0x7f.0.0.1/callback",
                "http://[::ffff:127.0.0.1]/callback",
                "http://[::]/callback",
                "http://localhost.evil.com/callback",
                "http://localhost.evil.example:3000/callback",
                "http://127.0.0.1.evil.example/callback",
                "http://evil.example#localhost",
                "http://localhost@evil.example/callback",
                "http://user:password@localhost/callback",
                "http://localhost:/callback",
                "http://localhost:65536/callback",
                "http://localhost:x/callback",
                "http:localhost/callback",
                "http:/localhost/callback",
                "http:///callback"
            })
    void refuses_plain_http_elsewhere(String uri) {
        Expect.refused(register(uri), 400, "invalid_redirect_uri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@app.example/callback",
                "https://app.example@evil.example/",
                "https://good%5C@evil.example/",
                "https://good\\@evil.example/",
                "https://good%2eevil.example/",
                "https://[fe80::1%25eth0]/callback",
                "https://b\u00fccher.example/callback",
                "https://app.example/callback#",
                "https://app.example/callback#fragment",
                "https://app.example/../callback",
                "https://app.example/a/./b",
                "https://app.example/%2e%2e/callback",
                "https://app.example/%2E/callback",
                "https://app.example/..",
                "https://app.example/a\\b",
                "https://app.example/%5cb",
                "https://app.example/%00",
                "https://app.example/%0d%0aSet-Cookie:a=b",
                "https://app.example/\r\nSet-Cookie: a=b",
                "https://app.example/\t",
                "https://app.example/a b",
                " https://app.example/",
                "https://app.example/%zz",
                "https://app.example/\u202e",
                "https://*/callback",
                "https://app.example:99999/",
                "https://app.example:/",
                "https:///callback",
                "https://",
                "https:app.example",
                "https:/app.example",
                "HTTPS://app.example/",
                "//app.example/callback",
                "/callback",
                "callback",
                "*",
                ""
            })
    void refuses_what_two_parsers_could_read_differently(String uri) {
        Expect.refused(register(uri), 400, "invalid_redirect_uri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "java\nscript:alert(1)",
                "javascript://app.example/%0aalert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://app.example/x",
                "about:blank",
                "filesystem:https://app.example/x",
                "view-source:https://app.example/",
                "ftp://app.example/",
                "ws://app.example/",
                "wss://app.example/",
                "mailto:a@example.com",
                "intent://x#Intent;end",
                "chrome-extension://x/",
                "urn:ietf:wg:oauth:2.0:oob",
                "cursor://user@host/",
                "cursor://x/#fragment",
                "cursor:",
                "cursor://x/../y"
            })
    void refuses_schemes_that_a_browser_serves_itself(String uri) {
        Expect.refused(register(uri), 400, "invalid_redirect_uri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=x",
                "a=b&code=x",
                "state=x",
                "iss=https://evil.example",
                "error=x",
                "access_token=x",
                "id_token=x",
                "code",
                "code=",
                "%63ode=x",
                "a=b&%63%6F%64%65=x",
                "is%73=x"
            })
    void refuses_a_query_that_could_be_read_as_our_answer(String query) {
        Expect.refused(register("https://app.example/callback?" + query), 400, "invalid_redirect_uri");
    }

    @Test
    void accepts_ten() {
        assertThat(register(addresses(10).toArray(String[]::new)).status()).isEqualTo(201);
    }

    @Test
    void refuses_eleven() {
        Expect.refused(register(addresses(11).toArray(String[]::new)), 400, "invalid_redirect_uri");
    }

    @Test
    void refuses_none() {
        Expect.refused(register(), 400, "invalid_redirect_uri");
        Expect.refused(Http.post("/oauth/register").json("{}").send(), 400, "invalid_redirect_uri");
    }

    @Test
    void accepts_ten_of_two_thousand_characters() {
        var longest = "https://app.example/" + "a".repeat(1_980);

        assertThat(register(Collections.nCopies(10, longest).toArray(String[]::new))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refuses_one_of_two_thousand_and_one_characters() {
        Expect.refused(register("https://app.example/" + "a".repeat(1_981)), 400, "invalid_redirect_uri");
    }

    @Test
    void refuses_all_when_one_is_bad() {
        Expect.refused(register("https://app.example/", "http://app.example/"), 400, "invalid_redirect_uri");
    }

    private static List<String> addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "https://app.example/" + number)
                .toList();
    }

    private static Reply register(String... uris) {
        return OAuthDance.registerClient(Json.createObjectBuilder()
                .add("redirect_uris", Json.createArrayBuilder(List.of(uris)))
                .build());
    }
}
