package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
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

    /** A client that is for machines, which needs nobody to get its token. */
    private static OAuthDance registerService(String address) {
        var reply = Http.post("/oauth/register")
                .from(address)
                .bearer(ConfiguredServer.INITIAL_TOKEN)
                .json("{\"grant_types\":[\"client_credentials\"],\"redirect_uris\":[],"
                        + "\"token_endpoint_auth_method\":\"client_secret_basic\"}")
                .send();
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return OAuthDance.of(reply.json().getString("client_id"))
                .authenticatingBy("client_secret_basic", reply.json().getString("client_secret"));
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

    /** As many people do behind one address of their company: each of their clients gets its token. */
    @Test
    void counts_no_client_that_got_a_token() {
        var address = address();
        for (int i = 0; i < 3; i++) {
            assertThat(registerService(address).ownToken().status()).isEqualTo(200);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(register(ConfiguredServer.INITIAL_TOKEN, address).status())
                    .isEqualTo(201);
        }

        Expect.refused(register(ConfiguredServer.INITIAL_TOKEN, address), 429, "temporarily_unavailable");
    }

    @Test
    void keeps_nobody_of_a_full_address_from_the_clients_that_it_has() {
        var address = address();
        var service = registerService(address);
        for (int i = 0; i < 2; i++) {
            register(ConfiguredServer.INITIAL_TOKEN, address);
        }
        Expect.refused(register(ConfiguredServer.INITIAL_TOKEN, address), 429, "temporarily_unavailable");

        assertThat(service.ownToken().status()).isEqualTo(200);

        assertThat(register(ConfiguredServer.INITIAL_TOKEN, address).status()).isEqualTo(201);
    }
}
