package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Witness;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RFC 7591 §3 with initial access tokens, and a limit on what one address leaves unused. */
class RegistrationPolicyIT {
    @RegisterExtension
    static final Witness WITNESS = ConfiguredServer.witness();

    private static Reply register(String token, String address) {
        return Http.post("/oauth/register")
                .from(address)
                .bearer(token)
                .json("{\"redirect_uris\":[\"http://localhost:3000/callback\"]}")
                .send();
    }

    private static String address() {
        var random = ThreadLocalRandom.current();
        return "127.%d.%d.%d".formatted(random.nextInt(1, 255), random.nextInt(1, 255), random.nextInt(1, 255));
    }

    @Test
    void registers_whoever_has_an_initial_access_token() {
        assertThat(register(ConfiguredServer.INITIAL_TOKEN, address()).status()).isEqualTo(201);
    }

    @Test
    void registers_nobody_else() {
        var reply = register("another-initial-access-token-of-32-chars", address());

        Expect.refused(reply, 401, "invalid_token");
        assertThat(reply.header("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(reply.json()).doesNotContainKey("client_id");
    }

    @Test
    void refuses_an_address_that_leaves_too_many_unused() {
        var address = address();
        for (int i = 0; i < 3; i++) {
            assertThat(register(ConfiguredServer.INITIAL_TOKEN, address).status())
                    .isEqualTo(201);
        }
        var reply = register(ConfiguredServer.INITIAL_TOKEN, address);

        Expect.refused(reply, 429, "temporarily_unavailable");
        assertThat(reply.header("Retry-After")).isPresent();
        assertThat(register(ConfiguredServer.INITIAL_TOKEN, address()).status()).isEqualTo(201);
    }
}
