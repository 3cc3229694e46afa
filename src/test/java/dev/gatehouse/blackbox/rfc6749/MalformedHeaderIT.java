package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No header of a request is a defect of ours. */
class MalformedHeaderIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: text/html;q=abc",
                "Accept: text/html;q=",
                "Accept: */*;q=1;q=x",
                "Accept: text/html;q=2",
                "Accept: a/b/c",
                "Accept: ;;;",
                "Accept: ,",
                "Accept-Language: ;;;",
                "Accept-Encoding: x;q=abc",
                "Content-Type: a;b;c=d;\"",
                "Content-Type: application/x-www-form-urlencoded;charset=nonsense",
                "Content-Type: application/x-www-form-urlencoded;charset=UTF-16",
                "Cookie: \"",
                "Cookie: a=\"b",
                "Cookie: =;;$Version=1",
                "Cookie: gatehouse_session; gatehouse_form",
                "Authorization: Basic",
                "Authorization: Bearer",
                "Authorization: x",
                "Authorization:",
                "Origin: x",
                "Content-Language: ;;;",
                "If-Match: x",
                "If-Modified-Since: x",
                "Range: bytes=x"
            })
    void breaks_nothing(String header) {
        for (var path :
                new String[] {"/oauth/token", "/oauth/revoke", "/oauth/register", "/oauth/authorize", "/login"}) {
            requireNoDefect(Wire.get(path, header));
            requireNoDefect(Wire.post(path, "x=y", header));
        }
    }

    @Test
    void may_not_promise_more_than_comes() {
        Expect.refused(
                Wire.raw("POST /oauth/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\ngrant_type=x"),
                400,
                "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "Content-Type"})
    void breaks_nothing_however_long_it_is(String header) {
        for (var value : new String[] {"a/b" + ";a=a".repeat(1_200), "a/b" + " ".repeat(5_000) + "x"}) {
            requireNoDefect(Wire.get("/login", header + ": " + value));
            requireNoDefect(Wire.post("/oauth/token", "x=y", header + ": " + value));
        }
    }

    private static void requireNoDefect(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isBetween(200, 499);
        assertThat(reply.body()).doesNotContain("Exception", "\tat ");
    }
}
