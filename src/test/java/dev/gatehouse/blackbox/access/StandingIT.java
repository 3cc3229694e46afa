package dev.gatehouse.blackbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OutwardServer;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A credential opens what its person may do now: whatever another node changes counts within a second. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("two nodes")
class StandingIT {
    private static final String KEY = Demo.GLOBEX_KEY;
    private static final String RENAME = "rename_organization";
    private static final JsonObject NEW_NAME =
            Json.createObjectBuilder().add("name", "Without permission").build();

    @RegisterExtension
    static final Witness WITNESS = OutwardServer.witness().onTwoNodes();

    private static String permissions;

    @BeforeAll
    static void look() {
        permissions = ofKey("permissions");
    }

    @Test
    void a_token_whose_person_left_the_organization_is_forbidden_and_stays_a_good_token() {
        var person = newcomer().joins("acme", "admin");
        var token = connected(person);

        person.leavesAll();

        forbidden(token, "belongs to no organization");
    }

    @Test
    void a_token_whose_persons_membership_is_suspended_is_forbidden() {
        var person = newcomer().joins("acme", "admin");
        var token = connected(person);

        person.suspended(true);

        forbidden(token, "belongs to no organization");
    }

    @Test
    void a_token_whose_person_lost_the_role_with_app_access_is_forbidden() {
        var person = newcomer().joins("acme", "admin");
        var token = connected(person);

        person.becomes("employee");

        forbidden(token, "role does not open the application");
    }

    @Test
    void a_token_whose_persons_role_lost_app_access_is_forbidden() {
        var role = "role-" + UUID.randomUUID();
        customRole(role, "[\"app:read\",\"organization:update\"]");
        var token = connected(newcomer().joins("acme", role));

        WITNESS.database()
                .changeElsewhere(
                        "update identity_role set permissions = '[\"organization:update\"]' where name = ?", role);

        forbidden(token, "role does not open the application");
    }

    @Test
    void a_member_of_two_whose_choice_is_gone_is_forbidden_and_told_to_choose() {
        var person = newcomer().joins("acme", "admin").joins("globex", "admin");
        var token = connected(person);

        person.forgetsTheChoice();

        forbidden(token, "Connect again and choose the organization");
    }

    @Test
    void a_member_of_two_who_chose_a_third_is_forbidden_and_told_to_choose() {
        var person = newcomer().joins("acme", "admin").joins("globex", "admin");
        var token = connected(person);
        var third = "third-" + UUID.randomUUID();
        organization(third);

        person.choseLongAgo(third);

        forbidden(token, "Connect again and choose the organization");
    }

    /** Of two, one was chosen and lost, the other connected without a choice: the old choice does not come back. */
    @Test
    void a_choice_that_was_lost_does_not_count_again_when_the_membership_comes_back() {
        var person = newcomer().joins("acme", "admin").joins("globex", "admin");
        var token = connected(person);
        person.leavesAll();
        connected(person.joins("globex", "admin"));

        person.joins("acme", "admin");

        forbidden(token, "Connect again and choose the organization");
    }

    @Test
    void a_token_whose_person_was_switched_off_is_worth_nothing() {
        var person = newcomer().joins("acme", "admin");
        var token = connected(person);

        person.switched(false);

        unauthorized(token);
    }

    @Test
    void a_token_whose_family_was_revoked_is_worth_nothing() {
        var person = newcomer().joins("acme", "admin");
        var token = connected(person);

        person.losesEveryAuthorization();

        unauthorized(token);
    }

    @Test
    void a_token_whose_person_became_an_auditor_changes_nothing_any_more() {
        var person = newcomer().joins("acme", "admin");
        var token = connected(person);

        person.becomes("auditor");

        readsOnly(token);
    }

    @Test
    void a_token_whose_person_was_promoted_may_at_once_what_it_could_not() {
        var person = newcomer().joins("acme", "auditor");
        var token = connected(person);
        readsOnly(token);

        person.becomes("admin");

        assertThat(token.tools()).contains(RENAME);
    }

    @Test
    void a_token_opens_again_when_its_person_is_back() {
        var person = newcomer().joins("acme", "admin");
        var token = connected(person);
        person.leavesAll();
        forbidden(token, "belongs to no organization");

        person.joins("acme", "admin");

        accepted(token);
    }

    @Test
    void a_token_opens_again_when_its_person_is_switched_on_again() {
        var person = newcomer().joins("acme", "admin");
        var token = connected(person);
        person.switched(false);
        unauthorized(token);

        person.switched(true);

        accepted(token);
    }

    @Test
    void a_key_whose_issuer_was_switched_off_is_worth_nothing() {
        var issuer = newcomer().joins("globex", "admin");
        var key = issued(issuer);

        issuer.switched(false);

        unauthorized(key);
    }

    @Test
    void a_key_whose_issuer_left_the_organization_is_forbidden() {
        var issuer = newcomer().joins("globex", "admin");
        var key = issued(issuer);

        issuer.leavesAll();

        forbidden(key, "no longer has access");
    }

    /** The key is Globex's, and its issuer's standing elsewhere is nothing to it. */
    @Test
    void a_key_whose_issuer_is_a_member_of_another_organization_only_is_forbidden() {
        var issuer = newcomer().joins("globex", "admin");
        var key = issued(issuer);

        issuer.leavesAll();
        issuer.joins("acme", "admin");

        forbidden(key, "no longer has access");
    }

    @Test
    void a_key_whose_issuer_lost_app_access_is_forbidden() {
        var issuer = newcomer().joins("globex", "admin");
        var key = issued(issuer);

        issuer.becomes("employee");

        forbidden(key, "no longer has access");
    }

    @Test
    void a_key_whose_issuer_became_an_auditor_changes_nothing_any_more() {
        var issuer = newcomer().joins("globex", "admin");
        var key = issued(issuer);

        issuer.becomes("auditor");

        readsOnly(key);
    }

    @Test
    void a_key_that_lost_a_permission_changes_nothing_any_more() {
        var key = issued(newcomer().joins("globex", "admin"));

        setKey("permissions", permissions.replace("organization:update", "member:read"));
        try {
            readsOnly(key);
        } finally {
            setKey("permissions", permissions);
        }
    }

    @Test
    void a_key_that_has_expired_is_worth_nothing() {
        var key = issued(newcomer().joins("globex", "admin"));

        setKey("expires_at", OffsetDateTime.now().minus(Duration.ofSeconds(1)));

        unauthorized(key);
    }

    @Test
    void a_key_that_has_yet_to_expire_opens() {
        var key = issued(newcomer().joins("globex", "admin"));

        setKey("expires_at", OffsetDateTime.now().plus(Duration.ofMinutes(10)));

        accepted(key);
    }

    @Test
    void a_key_that_was_revoked_is_worth_nothing() {
        var key = issued(newcomer().joins("globex", "admin"));

        setKey("revoked_at", OffsetDateTime.now());

        unauthorized(key);
    }

    @Test
    void a_key_opens_again_when_its_issuer_is_back() {
        var issuer = newcomer().joins("globex", "admin");
        var key = issued(issuer);
        issuer.suspended(true);
        forbidden(key, "no longer has access");

        issuer.suspended(false);

        accepted(key);
    }

    private static Newcomer newcomer() {
        return Newcomer.to(WITNESS.database());
    }

    /** A token that has been used, so that whatever a server might remember of it is remembered. */
    private static McpDriver connected(Newcomer person) {
        return accepted(person.connects());
    }

    private static McpDriver issued(Newcomer issuer) {
        return accepted(issuer.issues(KEY));
    }

    private static McpDriver accepted(McpDriver caller) {
        Whoami.answer(caller.call("whoami"));
        assertThat(caller.tools()).contains("whoami");
        return caller;
    }

    private static void forbidden(McpDriver caller, String sentence) {
        refused(caller, reply -> {
            Refusal.plain(reply, 403, "forbidden");
            assertThat(reply.json().getString("detail")).contains(sentence);
        });
    }

    private static void unauthorized(McpDriver caller) {
        refused(caller, Refusal::invalid);
    }

    private static void refused(McpDriver caller, Consumer<Reply> form) {
        var before = names();
        for (var reply : List.of(
                caller.request("tools/list", JsonValue.EMPTY_JSON_OBJECT),
                caller.call("whoami"),
                caller.call(RENAME, NEW_NAME))) {
            form.accept(reply);
            onRecord(reply, "access.credential_refused", "/mcp");
            assertThat(WITNESS.rows(
                            "select id from audit_record where request_id = ? and user_label like '%.example'",
                            reply.header("X-Request-Id").orElseThrow()))
                    .as("names the person")
                    .hasSize(1);
            assertThat(reply.body()).doesNotContain("result", "tools");
        }
        assertThat(names()).isEqualTo(before);
    }

    private static void readsOnly(McpDriver caller) {
        var before = names();
        assertThat(caller.tools()).contains("whoami").doesNotContain(RENAME);

        var reply = caller.call(RENAME, NEW_NAME);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().getJsonObject("result").getBoolean("isError")).isTrue();
        assertThat(reply.body()).contains("needs the permission organization:update");
        onRecord(reply, "tool.call", RENAME);
        assertThat(names()).isEqualTo(before);
    }

    /** One record of the request and no other, so that no tool was called besides. */
    private static void onRecord(Reply reply, String action, String target) {
        var request = reply.header("X-Request-Id").orElseThrow();
        assertThat(WITNESS.rows("select action, outcome, target from audit_record where request_id = ?", request))
                .containsExactly(Map.of("action", action, "outcome", "refused", "target", target));
    }

    private static List<Map<String, String>> names() {
        return WITNESS.rows(
                "select slug, name from identity_organization where slug in ('acme', 'globex')" + " order by slug");
    }

    private static void customRole(String name, String permissions) {
        WITNESS.database().changeElsewhere("""
            insert into identity_role (id, organization_id, name, permissions)
            select ?, id, ?, ? from identity_organization where slug = 'acme'
            """, UUID.randomUUID().toString(), name, permissions);
    }

    private static void organization(String slug) {
        WITNESS.database().changeElsewhere("""
            insert into identity_organization (id, slug, name, created_at) values (?, ?, ?, ?)
            """, UUID.randomUUID().toString(), slug, slug, OffsetDateTime.now());
    }

    private static String ofKey(String column) {
        return WITNESS.rows("select " + column + " from identity_api_key where lookup_id = ?", Newcomer.lookupId(KEY))
                .getFirst()
                .get(column);
    }

    private static void setKey(String column, Object value) {
        WITNESS.database()
                .changeElsewhere(
                        "update identity_api_key set " + column + " = ? where lookup_id = ?",
                        value,
                        Newcomer.lookupId(KEY));
    }
}
