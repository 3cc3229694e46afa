package dev.gatehouse.blackbox.rfc7517;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The life of two keys, told with the default times by moving the begin of their turns in the database. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("two nodes")
class KeyRotationIT {
    private static final Duration LIFETIME = Duration.ofDays(90);
    private static final Duration OVERLAP = Duration.ofHours(1);
    private static final Duration TOKEN = Duration.ofHours(1);

    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness().onTwoNodes();

    private static String old;
    private static String fresh;
    private static String before;
    private static List<String> announced;
    private static String signerWhileAnnounced;
    private static String after;
    private static int statusAfter;
    private static List<String> remaining;
    private static int statusInTheEnd;
    private static int statusOfTheSuccessor;
    private static List<JsonObject> events;

    @BeforeAll
    static void rotate() {
        Jwks.settle(WITNESS);
        var dance = OAuthDance.register();
        var tokens = dance.tokens(Demo.OWNER);
        before = tokens.getString("access_token");
        old = signer(before);

        begin(old, LIFETIME.minus(OVERLAP));
        Jwks.await(() -> Jwks.ids("ES256").size() == 2);
        announced = Jwks.ids("ES256");
        fresh = announced.getFirst();
        tokens = refreshed(dance, tokens);
        signerWhileAnnounced = signer(tokens.getString("access_token"));

        begin(fresh, Duration.ofSeconds(1));
        pauseForTheNode();
        tokens = refreshed(dance, tokens);
        after = tokens.getString("access_token");
        statusAfter = status(before);

        begin(fresh, TOKEN.plus(OVERLAP).plusSeconds(1));
        Jwks.await(() -> Jwks.ids("ES256").size() == 1);
        remaining = Jwks.ids("ES256");
        statusInTheEnd = status(before);
        statusOfTheSuccessor = status(after);
        events = McpDriver.bearer(OAuthDance.register().tokens(Demo.ADMIN).getString("access_token"))
                .auditEvents(200);
    }

    @Test
    void publishes_a_successor_an_overlap_before_its_turn() {
        assertThat(announced).hasSize(2).contains(old);
    }

    @Test
    void does_not_sign_with_a_key_that_others_may_not_know_yet() {
        assertThat(signerWhileAnnounced).isEqualTo(old);
    }

    @Test
    void signs_with_the_successor_from_its_turn_on() {
        assertThat(signer(after)).isEqualTo(fresh);
    }

    @Test
    void still_accepts_a_token_of_the_key_before() {
        assertThat(statusAfter).isEqualTo(200);
    }

    @Test
    void deletes_a_key_that_has_outlived_its_tokens() {
        assertThat(remaining).containsExactly(fresh);
        assertThat(WITNESS.rows("select id from oauth_signing_key where id = ?", old))
                .isEmpty();
    }

    @Test
    void refuses_a_token_of_a_deleted_key() {
        assertThat(statusInTheEnd).isEqualTo(401);
        assertThat(statusOfTheSuccessor).isEqualTo(200);
    }

    @Test
    void leaves_the_other_algorithm_alone() {
        assertThat(WITNESS.rows("select id from oauth_signing_key where algorithm = 'RS256'"))
                .hasSize(1);
    }

    @Test
    void is_on_record() {
        assertThat(events)
                .anyMatch(event -> event.getString("action").equals("oauth.signing_key_published")
                        && event.getString("target").equals("ES256 " + fresh))
                .anyMatch(event -> event.getString("action").equals("oauth.signing_key_deleted")
                        && event.getString("target").equals(old));
    }

    @Test
    void keeps_private_keys_unreadable_in_the_database() {
        assertThat(WITNESS.rows("select sealed_jwk from oauth_signing_key"))
                .isNotEmpty()
                .extracting(row -> row.get("sealed_jwk"))
                .allSatisfy(stored -> {
                    assertThat(stored).doesNotContain("kty").doesNotStartWith("{");
                    assertThat(new String(Base64.getDecoder().decode(stored), StandardCharsets.ISO_8859_1))
                            .doesNotContain("kty", "\"d\"", "P-256", "RSA");
                });
    }

    private static JsonObject refreshed(OAuthDance dance, JsonObject tokens) {
        return dance.refresh(tokens.getString("refresh_token")).json();
    }

    private static String signer(String token) {
        return AccessTokenClaims.header(token).getString("kid");
    }

    private static int status(String token) {
        return McpDriver.bearer(token).call("whoami").status();
    }

    private static void begin(String key, Duration ago) {
        WITNESS.database()
                .change(
                        "update oauth_signing_key set signs_from = ? where id = ?",
                        OffsetDateTime.now().minus(ago),
                        key);
    }

    /** Until it has looked at the database again. */
    private static void pauseForTheNode() {
        try {
            Thread.sleep(Duration.ofSeconds(4));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
