package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Witness;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is of no use any more is deleted, and nothing else. */
class SweepIT {
    @RegisterExtension
    static final Witness WITNESS = ConfiguredServer.witness();

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static String registered() {
        return Http.post("/oauth/register")
                .from("127.9.9." + Instant.now().getNano() % 250)
                .bearer(ConfiguredServer.INITIAL_TOKEN)
                .json(
                        "{\"redirect_uris\":[\"http://localhost:3000/callback\"],\"token_endpoint_auth_method\":\"none\"}")
                .send()
                .json()
                .getString("client_id");
    }

    private static boolean there(String table, String column, String value) {
        return !WITNESS.database()
                .rows("select 1 as one from " + table + " where " + column + " = ?", value)
                .isEmpty();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(end);
            Thread.sleep(100);
        }
    }

    @Test
    void a_client_that_never_got_a_token_goes_and_one_that_did_stays() throws InterruptedException {
        var unused = registered();
        var fresh = registered();
        var used = registered();
        OAuthDance.of(used).tokens(Demo.OWNER);
        for (var client : new String[] {unused, used}) {
            WITNESS.database()
                    .change(
                            "update oauth_client set used_at = ? where client_id = ?",
                            OffsetDateTime.now().minusDays(91),
                            client);
        }

        await(() -> !there("oauth_client", "client_id", unused));

        assertThat(there("oauth_client", "client_id", used)).isTrue();
        assertThat(there("oauth_client", "client_id", fresh)).isTrue();
    }

    @Test
    void an_authorization_goes_with_all_its_tokens_a_month_after_its_end() throws InterruptedException {
        var client = registered();
        var dance = OAuthDance.of(client);
        dance.tokens(Demo.OWNER);
        WITNESS.database()
                .change(
                        "update oauth_grant set expires_at = ? where client_id = ?",
                        OffsetDateTime.now().minusDays(31),
                        client);

        await(() -> !there("oauth_grant", "client_id", client));

        assertThat(there("oauth_authorization_code", "client_id", client)).isFalse();
        assertThat(there("oauth_client", "client_id", client)).isTrue();
    }
}
