package dev.gatehouse.blackbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an organization reads of what was done in it: by whom, with what, and how it ended. */
class AuditIT {
    private static final McpDriver READER = McpDriver.key(Demo.ACME_KEY);

    @Test
    void a_call_with_a_token_names_person_client_and_credential() {
        var dance = OAuthDance.register();
        var caller = McpDriver.bearer(dance.tokens(Demo.OWNER).getString("access_token"));
        var id = caller.result("whoami").getJsonObject("user").getString("id");

        var event = eventOf(caller.call("whoami"));

        assertThat(event.getString("action")).isEqualTo("tool.call");
        assertThat(event.getString("outcome")).isEqualTo("success");
        assertThat(event.getString("target")).isEqualTo("whoami");
        assertThat(event.getString("userLabel")).isEqualTo(Demo.OWNER.email());
        assertThat(event.getString("userId")).isEqualTo(id);
        assertThat(event.getString("clientId")).isEqualTo(dance.clientId());
        assertThat(event.getString("credential")).isEqualTo("oauth_token");
        assertThat(event.keySet()).doesNotContain("apiKeyId");
    }

    @Test
    void a_call_with_a_key_names_key_and_issuer() {
        var event = eventOf(McpDriver.key(Demo.ACME_READ_KEY).call("whoami"));

        assertThat(event.getString("apiKeyId")).isEqualTo("demoAcmeRead");
        assertThat(event.getString("userLabel")).isEqualTo(Demo.OWNER.email());
        assertThat(event.getString("userId")).isNotBlank();
        assertThat(event.getString("credential")).isEqualTo("api_key");
        assertThat(event.keySet()).doesNotContain("clientId");
    }

    @Test
    void a_refused_call_says_that_it_was_refused_and_why() {
        var event = eventOf(McpDriver.key(Demo.ACME_READ_KEY).call("rename_organization"));

        assertThat(event.getString("outcome")).isEqualTo("refused");
        assertThat(event.getString("target")).isEqualTo("rename_organization");
        assertThat(event.getString("detail")).contains("organization:update");
    }

    @Test
    void a_call_that_failed_says_so() {
        var event = eventOf(READER.call(
                "whoami", Json.createObjectBuilder().add("unexpected", 1).build()));

        assertThat(event.getString("outcome")).isEqualTo("failed");
        assertThat(event.getString("target")).isEqualTo("whoami");
    }

    @Test
    void a_call_of_a_tool_that_does_not_exist_is_there_too() {
        assertThat(eventOf(READER.call("nobody_knows")).getString("outcome")).isIn("refused", "failed");
    }

    /** Never lost because a name is long, or full of what a database dislikes. */
    @Test
    void a_call_with_a_name_that_fits_no_column_is_there_too() {
        assertThat(eventOf(READER.call("n".repeat(10_000))).getString("target")).startsWith("nnn");
        assertThat(eventOf(READER.call("🔑".repeat(1_000))).getString("target")).startsWith("🔑🔑");
        assertThat(eventOf(READER.post("""
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a\\u0000b\\ud83d"}}\
            """)).getString("target")).startsWith("a");
    }

    /** The sign-in page takes any text for an e-mail address, and the record of it must survive that. */
    @ParameterizedTest
    @MethodSource("claims")
    void a_refused_sign_in_survives_whatever_somebody_claims_to_be(String email) {
        var dance = OAuthDance.register();

        var reply = dance.browser().signIn(dance.authorize().page(), new Demo.User(email, "p"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.page().asksFor("password")).isTrue();
    }

    static Stream<String> claims() {
        return Stream.of(
                "🔑".repeat(400), "x" + "🔑".repeat(400), "x".repeat(5_000), "'; drop table x; --", "\u0007\u202e");
    }

    @Test
    void each_call_leaves_one_record() {
        var reply = READER.call("whoami");

        assertThat(events())
                .filteredOn(event -> event.getString("requestId").equals(requestId(reply)))
                .hasSize(1);
    }

    @Test
    void listing_leaves_none() {
        var reply = READER.request("tools/list", Json.createObjectBuilder().build());

        assertThat(events()).noneMatch(event -> event.getString("requestId").equals(requestId(reply)));
    }

    @Test
    void a_sign_in_names_the_person() {
        var dance = OAuthDance.register();
        var signIn = dance.browser()
                .post(dance.authorize()
                        .page()
                        .form()
                        .fill("email", Demo.AUDITOR.email())
                        .fill("password", Demo.AUDITOR.password()));

        var event = eventOf(signIn);

        assertThat(event.getString("action")).isEqualTo("login.sign_in");
        assertThat(event.getString("outcome")).isEqualTo("success");
        assertThat(event.getString("userLabel")).isEqualTo(Demo.AUDITOR.email());
    }

    @Test
    void a_connection_leaves_consent_and_token() {
        var dance = OAuthDance.register();
        var refresh = dance.tokens(Demo.OWNER).getString("refresh_token");
        dance.refresh(refresh);
        dance.revoke(refresh);

        assertThat(events())
                .filteredOn(event -> event.getString("clientId", "").equals(dance.clientId()))
                .allSatisfy(event -> assertThat(event.getString("userLabel")).isEqualTo(Demo.OWNER.email()))
                .extracting(event -> event.getString("action"))
                .containsExactly(
                        "oauth.grant_revoked", "oauth.token_refreshed", "oauth.token_issued", "oauth.consent_given");
    }

    @Test
    void a_choice_of_organization_is_there_where_it_was_made() {
        var dance = OAuthDance.register();
        dance.allow(Demo.BOTH, "acme");

        assertThat(events())
                .filteredOn(event -> event.getString("clientId", "").equals(dance.clientId()))
                .extracting(event -> event.getString("action"))
                .contains("oauth.organization_chosen", "oauth.consent_given");
    }

    @Test
    void the_newest_comes_first() {
        READER.call("whoami");

        assertThat(events())
                .extracting(event -> Instant.parse(event.getString("occurredAt")))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void another_organization_does_not_see_it() {
        var reply = READER.call("whoami");

        assertThat(McpDriver.key(Demo.GLOBEX_KEY).auditEvents(200))
                .noneMatch(event -> event.getString("requestId").equals(requestId(reply)));
    }

    @Test
    void no_secret_is_in_it() {
        var dance = OAuthDance.register();
        var tokens = dance.tokens(Demo.OWNER);
        var caller = McpDriver.bearer(tokens.getString("access_token"));

        assertThat(caller.call("list_audit_events").body())
                .doesNotContain(tokens.getString("access_token"))
                .doesNotContain(tokens.getString("refresh_token"))
                .doesNotContain("Acme0Full0Access", Demo.OWNER.password());
    }

    private static JsonObject eventOf(Reply reply) {
        return events().stream()
                .filter(event -> event.getString("requestId").equals(requestId(reply)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no record of " + reply));
    }

    private static String requestId(Reply reply) {
        return reply.header("X-Request-Id").orElseThrow();
    }

    private static List<JsonObject> events() {
        return READER.auditEvents(200);
    }
}
