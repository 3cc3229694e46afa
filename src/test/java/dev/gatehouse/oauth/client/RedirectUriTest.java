package dev.gatehouse.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://claude.ai/api/mcp/auth_callback",
                "https://app.example.com",
                "https://app.example.com:8443/callback?tenant=a%20b",
                "https://[2001:db8::1]/callback",
                "https://app.example.com/a..b/c",
                "https://app.example.com/.well-known/callback",
                "https://app.example.com/callback?encoded=1&decode=2",
                "http://localhost:3000/callback",
                "http://localhost/callback",
                "http://127.0.0.1:33418",
                "http://127.0.0.1/",
                "http://[::1]:3000/callback",
                "cursor://anysphere.cursor-retrieval/oauth/user-demo/callback",
                "vscode://vscode.github-authentication/did-authenticate",
                "com.example.app:/oauth2redirect",
                "com.example.app:callback"
            })
    void takes_what_clients_register(String uri) {
        assertThat(RedirectUri.parse(uri))
                .hasValueSatisfying(parsed -> assertThat(parsed).hasToString(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.com/callback",
                "http://localhost.evil.example/callback",
                "http://127.0.0.1.evil.example/callback",
                "http://0.0.0.0/callback",
                "http://192.168.0.1/callback",
                "http://localhost@evil.example/",
                "http://evil.example#@localhost/",
                "http://evil.example\\@localhost/"
            })
    void refuses_plain_http_beyond_this_machine(String uri) {
        refuses(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "javascript://example.com/%0aalert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://example.com/x",
                "about:blank",
                "view-source:https://example.com",
                "ftp://example.com/",
                "ws://localhost/",
                "wss://example.com/",
                "mailto:a@example.com",
                "tel:1",
                "sms:1",
                "intent://x",
                "content://x",
                "chrome-extension://x/y",
                "urn:ietf:wg:oauth:2.0:oob",
                "ldap://localhost/",
                "jar:https://example.com!/"
            })
    void refuses_schemes_that_no_application_owns(String uri) {
        refuses(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/callback#fragment",
                "https://app.example.com/callback#",
                "https://user@app.example.com/callback",
                "https://user:password@app.example.com/callback",
                "cursor://user@host/callback",
                "https://app.example.com/a/../callback",
                "https://app.example.com/a/./callback",
                "https://app.example.com/..",
                "https://app.example.com/a/%2e%2e/callback",
                "https://app.example.com/a/.%2E/callback",
                "cursor://host/../callback"
            })
    void refuses_fragments_user_information_and_dot_segments(String uri) {
        refuses(uri);
    }

    /** What we add to the query must not be there already. */
    @ParameterizedTest
    @ValueSource(strings = {"code", "state", "iss", "error", "error_description", "access_token", "id_token"})
    void refuses_parameters_of_the_response(String name) {
        refuses("https://app.example.com/callback?" + name + "=x");
        refuses("https://app.example.com/callback?a=b&" + name + "=");
    }

    /** The receiver decodes names, so an encoded one is the same one. */
    @ParameterizedTest
    @ValueSource(strings = {"%63ode=x", "is%73=https://evil.example", "code", "a=b&error"})
    void refuses_parameters_of_the_response_in_other_spellings(String query) {
        refuses("https://app.example.com/callback?" + query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "callback",
                "/callback",
                "//app.example.com/callback",
                "https:",
                "https://",
                "https:///callback",
                "https:app.example.com",
                "https:/app.example.com",
                "https://*.example.com/callback",
                "https://app.example.com:/callback",
                "https://app.example.com:65536/callback",
                "https://app.example.com:-1/callback",
                "https://%61pp.example.com/callback",
                "HTTPS://app.example.com/callback",
                "https://app.example.com/call back",
                "https://app.example.com/callback\n",
                "https://app.example.com/callback%0d%0aSet-Cookie:x",
                "https://app.example.com/callback%00",
                "https://app.example.com/callback%5c",
                "https://app.example.com\\@evil.example/callback",
                "https://app.example.com/\"><script>",
                "https://äpp.example.com/callback",
                "https://app.example.com/<>",
                "https://app.example.com/%",
                "https://app.example.com/%zz",
                "1x://host/callback",
                "*",
                "null"
            })
    void refuses_what_is_no_plain_absolute_uri(String uri) {
        refuses(uri);
    }

    @Test
    void refuses_more_than_two_thousand_characters() {
        var uri = "https://app.example.com/";

        assertThat(RedirectUri.parse(uri + "a".repeat(2_000 - uri.length()))).isPresent();
        refuses(uri + "a".repeat(2_001 - uri.length()));
    }

    /** RFC 8252 §7.3. */
    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000/callback, http://localhost:49152/callback",
        "http://localhost/callback, http://localhost:49152/callback",
        "http://localhost:3000/callback, http://localhost/callback",
        "http://127.0.0.1/, http://127.0.0.1:1/",
        "http://[::1]:1/callback?x=y, http://[::1]:2/callback?x=y"
    })
    void lets_a_loopback_client_take_any_port(String registered, String requested) {
        assertThat(allows(registered, requested)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000/callback, http://127.0.0.1:3000/callback",
        "http://127.0.0.1:3000/callback, http://[::1]:3000/callback",
        "http://127.0.0.1:3000/callback, http://127.0.0.2:3000/callback",
        "http://localhost:3000/callback, http://localhost:3000/callback/",
        "http://localhost:3000/callback, http://localhost:3000/Callback",
        "http://localhost:3000/callback, http://localhost:3000/callback?x=y",
        "http://localhost:3000/callback?x=y, http://localhost:3000/callback",
        "http://localhost:3000, http://localhost:3000/",
        "http://localhost:3000/callback, https://localhost:3000/callback",
        "https://localhost:3000/callback, https://localhost:3001/callback"
    })
    void compares_everything_but_the_port_of_a_loopback_client(String registered, String requested) {
        assertThat(allows(registered, requested)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com/callback, https://app.example.com:443/callback",
        "https://app.example.com:8443/callback, https://app.example.com:8444/callback",
        "https://app.example.com/callback, https://app.example.com/callback/",
        "https://app.example.com/callback, https://APP.example.com/callback",
        "https://app.example.com/callback, https://app.example.com/c%61llback",
        "https://app.example.com/callback, https://app.example.com/callback?x=y",
        "https://app.example.com/callback, https://app.example.com.evil.example/callback",
        "cursor://host/callback, cursor://host:1/callback",
        "cursor://host/callback, cursor://host/callback2"
    })
    void compares_any_other_client_to_the_letter(String registered, String requested) {
        assertThat(allows(registered, registered)).isTrue();
        assertThat(allows(registered, requested)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com:8443/callback, app.example.com, https://app.example.com:8443",
        "http://localhost:3000/callback, localhost, http://localhost:3000",
        "cursor://anysphere/callback, cursor:, cursor:",
        "com.example.app:/callback, com.example.app:, com.example.app:"
    })
    void tells_people_and_browsers_where_it_leads(String uri, String recipient, String source) {
        var parsed = parse(uri);

        assertThat(parsed.recipient()).isEqualTo(recipient);
        assertThat(parsed.cspSource()).isEqualTo(source);
    }

    private static void refuses(String uri) {
        assertThat(RedirectUri.parse(uri)).isEmpty();
    }

    private static boolean allows(String registered, String requested) {
        return parse(registered).allows(parse(requested));
    }

    private static RedirectUri parse(String uri) {
        return RedirectUri.parse(uri).orElseThrow(() -> new AssertionError("refused: " + uri));
    }
}
