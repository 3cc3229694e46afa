package dev.gatehouse.blackbox.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streamable HTTP, Security Warning: a web page elsewhere must not speak to a server on this machine. */
class OriginIT {
    private static final String KEY = "X-API-Key: " + Demo.ACME_KEY;
    private static final String JSON = "Content-Type: application/json";
    private static final String RENAME = Rpc.request(
            "tools/call", "{\"name\":\"rename_organization\",\"arguments\":{\"name\":\"By a foreign page\"}}");

    @Test
    void a_program_sends_none() {
        assertThat(Rpc.send(Rpc.PING).status()).isEqualTo(200);
    }

    @Test
    void pages_of_the_deployment_and_of_this_machine_may_call() {
        assertThat(from(Sut.url("")).status()).isEqualTo(200);
        assertThat(from("http://localhost:6274").status()).isEqualTo(200);
    }

    @Test
    void pages_that_may_call_can_read_the_challenge() {
        var reply = Http.post("/mcp")
                .header("Origin", "http://localhost:6274")
                .json(Rpc.PING)
                .send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("Access-Control-Allow-Origin")).contains("http://localhost:6274");
        assertThat(reply.header("Access-Control-Expose-Headers").orElse("")).contains("WWW-Authenticate", "DPoP-Nonce");
    }

    @Test
    void pages_that_may_call_are_told_so_beforehand() {
        var reply = Http.request("OPTIONS", "/mcp")
                .header("Origin", "http://localhost:6274")
                .header("Access-Control-Request-Method", "POST")
                .send();

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Access-Control-Allow-Origin")).contains("http://localhost:6274");
        assertThat(reply.header("Access-Control-Allow-Headers").orElse("")).contains("Authorization", "DPoP");
    }

    @Test
    void pages_elsewhere_are_not() {
        var reply = Http.request("OPTIONS", "/mcp")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .send();

        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "http://localhost.evil.example", "null", "https://localhost@evil.example"
            })
    void pages_elsewhere_may_not(String origin) {
        var reply = Rpc.post().header("Origin", origin).json(RENAME).send();

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.error()).isEqualTo("forbidden");
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(organization()).isEqualTo("Acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "evil.example:80", "192.0.2.1"})
    void a_name_rebound_to_this_machine_is_not_answered(String host) {
        var reply = Wire.postAsHost(host, "/mcp", RENAME, KEY, JSON);

        assertThat(reply.status()).isBetween(400, 499);
        assertThat(organization()).isEqualTo("Acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.0.1:1"})
    void names_of_this_machine_are_answered(String host) {
        assertThat(Wire.postAsHost(host, "/mcp", Rpc.PING, KEY, JSON).status()).isEqualTo(200);
    }

    private static Reply from(String origin) {
        return Rpc.post().header("Origin", origin).json(Rpc.PING).send();
    }

    private static String organization() {
        return Rpc.result(Rpc.legacy("tools/call", "{\"name\":\"whoami\"}"))
                .getJsonObject("structuredContent")
                .getJsonObject("organization")
                .getString("name");
    }
}
