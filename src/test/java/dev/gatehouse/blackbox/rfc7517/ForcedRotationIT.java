package dev.gatehouse.blackbox.rfc7517;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/signing-keys}. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("two nodes")
class ForcedRotationIT {
    private static final String PATH = "/v1/signing-keys";
    private static final String ES256 = "{\"algorithm\":\"ES256\"}";

    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness().onTwoNodes();

    private static String administrator;
    private static List<JsonObject> inTheBeginning;

    @BeforeAll
    static void look() {
        Jwks.settle(WITNESS);
        administrator = OAuthDance.register().tokens(Demo.ADMIN).getString("access_token");
        inTheBeginning = listed();
    }

    @Test
    void shows_an_active_key_of_each_algorithm() {
        assertThat(inTheBeginning)
                .extracting(key -> key.getString("algorithm") + " " + key.getString("state"))
                .containsExactlyInAnyOrder("ES256 active", "RS256 active");
        assertThat(inTheBeginning)
                .allSatisfy(key ->
                        assertThat(key.keySet()).containsExactlyInAnyOrder("id", "algorithm", "state", "signs_from"));
    }

    @Test
    void publishes_a_key_that_waits_for_its_turn_and_no_second_one() {
        var before = Instant.now();

        var made = rotate(administrator, ES256);
        var again = rotate(administrator, ES256);

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().getString("state")).isEqualTo("next");
        assertThat(Instant.parse(made.json().getString("signs_from")))
                .isBetween(before.plus(Duration.ofHours(1)), Instant.now().plus(Duration.ofHours(1)));
        assertThat(Jwks.ids("ES256")).hasSize(2).startsWith(made.json().getString("id"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.error()).isEqualTo("conflict");
        assertThat(again.json().getString("detail")).contains(made.json().getString("id"));
        assertThat(Jwks.ids("ES256")).hasSize(2);
        assertThat(McpDriver.bearer(administrator).auditEvents(200))
                .anyMatch(event -> event.getString("action").equals("oauth.signing_key_published")
                        && event.getString("userLabel", "").equals(Demo.ADMIN.email()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "nonsense",
                "{\"algorithm\":7}",
                "{\"algorithm\":\"none\"}",
                "{\"algorithm\":\"es256\"}"
            })
    void refuses_what_names_no_algorithm(String body) {
        var keys = Jwks.keys();

        refused(rotate(administrator, body), 400, "bad_request");

        assertThat(Jwks.keys()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void is_for_platform_administrators_only() {
        var owner = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");
        var keys = Jwks.keys();

        refused(rotate(owner, ES256), 403, "forbidden");
        refused(Http.get(PATH).bearer(owner).send(), 403, "forbidden");
        refused(Http.post(PATH).header("X-API-Key", Demo.ACME_KEY).json(ES256).send(), 403, "forbidden");

        assertThat(Jwks.keys()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void refuses_an_administrators_token_that_may_only_read() {
        var reading = OAuthDance.register()
                .with("scope", "mcp:read")
                .tokens(Demo.ADMIN)
                .getString("access_token");
        var keys = Jwks.keys();

        refused(rotate(reading, ES256), 403, "forbidden");

        assertThat(Http.get(PATH).bearer(reading).send().status()).isEqualTo(200);
        assertThat(Jwks.keys()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void refuses_a_stranger_without_the_challenge_of_the_mcp_endpoint() {
        var reply = Http.post(PATH).json(ES256).send();

        refused(reply, 401, "unauthorized");
        assertThat(reply.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    private static List<JsonObject> listed() {
        return Http.get(PATH)
                .bearer(administrator)
                .send()
                .json()
                .getJsonArray("keys")
                .getValuesAs(JsonObject.class);
    }

    private static Reply rotate(String token, String body) {
        return Http.post(PATH).bearer(token).json(body).send();
    }

    private static void refused(Reply reply, int status, String error) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().keySet()).containsExactlyInAnyOrder("error", "detail");
        assertThat(reply.error()).isEqualTo(error);
    }
}
