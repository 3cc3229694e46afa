package dev.gatehouse.blackbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Sut;

/** What a refused credential must look like, byte for byte, and that nothing was done for it. */
final class Refusal {
    static final String MISSING = "Bearer resource_metadata=\"%s\", scope=\"mcp\"";
    static final String INVALID = "Bearer error=\"invalid_token\", error_description=\"The credential is not valid\","
            + " resource_metadata=\"%s\", scope=\"mcp\"";
    private static final String RENAME = """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":\
        {"name":"rename_organization","arguments":{"name":"Without permission"}}}\
        """;

    private Refusal() {}

    /** Tries to change something with whatever the request carries. */
    static Reply of(Http request) {
        return request.json(RENAME).send();
    }

    /** 401 of somebody who presented nothing. */
    static void missing(Reply reply) {
        unauthorized(reply, MISSING);
    }

    /** 401 of somebody whose credential is worth nothing. */
    static void invalid(Reply reply) {
        unauthorized(reply, INVALID);
    }

    /** A refusal without challenge. */
    static void plain(Reply reply, int status, String error) {
        envelope(reply, status, error);
        assertThat(reply.header("WWW-Authenticate")).isEmpty();
    }

    private static void unauthorized(Reply reply, String challenge) {
        envelope(reply, 401, "unauthorized");
        assertThat(reply.headers().allValues("WWW-Authenticate"))
                .containsExactly(challenge.formatted(Sut.url("/.well-known/oauth-protected-resource/mcp")));
    }

    private static void envelope(Reply reply, int status, String error) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.json().keySet()).containsExactlyInAnyOrder("error", "detail");
        assertThat(reply.error()).isEqualTo(error);
        assertThat(reply.json().getString("detail")).endsWith(".").doesNotContain("Exception");
        assertThat(McpDriver.key(Demo.ACME_KEY)
                        .result("whoami")
                        .getJsonObject("organization")
                        .getString("name"))
                .isEqualTo("Acme");
    }
}
