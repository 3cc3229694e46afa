package dev.gatehouse.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BearerChallengeTest {
    private static final String METADATA = "https://mcp.example.com/.well-known/oauth-protected-resource/mcp";

    /** RFC 6750 §3: no error when nothing was presented. */
    @Test
    void tells_a_newcomer_where_to_look_and_what_to_ask_for() {
        assertThat(new BearerChallenge(METADATA, "mcp", ""))
                .hasToString("Bearer resource_metadata=\"" + METADATA + "\", scope=\"mcp\"");
    }

    @Test
    void tells_the_holder_of_a_bad_token_too_that_it_is_bad() {
        assertThat(new BearerChallenge(METADATA, "mcp", "invalid_token"))
                .hasToString("Bearer error=\"invalid_token\", error_description=\"The credential is not valid\","
                        + " resource_metadata=\"" + METADATA + "\", scope=\"mcp\"");
    }

    /** RFC 6750 §3.1. */
    @Test
    void tells_the_holder_of_a_narrow_token_what_to_ask_for() {
        assertThat(new BearerChallenge(METADATA, "mcp:read mcp:write", "insufficient_scope").toString())
                .startsWith("Bearer error=\"insufficient_scope\"")
                .endsWith("scope=\"mcp:read mcp:write\"");
    }
}
