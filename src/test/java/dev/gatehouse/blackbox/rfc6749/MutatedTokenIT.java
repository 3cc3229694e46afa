package dev.gatehouse.blackbox.rfc6749;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** CVE-2026-27840: a token is good as a whole or not at all. */
class MutatedTokenIT {
    private final OAuthDance dance = OAuthDance.register();
    private final JsonObject tokens = dance.tokens(Demo.OWNER);

    private static char other(char original) {
        return original == 'A' ? 'B' : 'A';
    }

    @Test
    void no_refresh_token_is_good_with_a_character_changed_or_missing() {
        var token = tokens.getString("refresh_token");
        for (int i = 0; i < token.length(); i++) {
            Expect.refused(
                    dance.refresh(token.substring(0, i) + other(token.charAt(i)) + token.substring(i + 1)),
                    400,
                    "invalid_grant");
            Expect.refused(dance.refresh("x" + token.substring(0, i)), 400, "invalid_grant");
        }
        assertThat(dance.refresh(token).status()).isEqualTo(200);
    }

    /** The last character of a signature carries bits that mean nothing, so it is left out here. */
    @Test
    void no_access_token_is_good_with_a_character_changed_or_missing() {
        var token = tokens.getString("access_token");
        for (int i = 0; i < token.length() - 1; i += 7) {
            var mutated = token.substring(0, i) + other(token.charAt(i)) + token.substring(i + 1);
            assertThat(McpDriver.bearer(mutated).call("whoami").status())
                    .as("character " + i)
                    .isIn(400, 401);
            assertThat(McpDriver.bearer(token.substring(0, token.length() - 1 - i))
                            .call("whoami")
                            .status())
                    .isIn(400, 401);
        }
        Expect.accepted(token);
    }
}
