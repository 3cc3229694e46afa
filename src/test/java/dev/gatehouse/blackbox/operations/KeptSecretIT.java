package dev.gatehouse.blackbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * After everything was done once, rightly and wrongly, on a server as talkative as it can be: what the console shows,
 * the log files and the database keep, and audit records.
 */
@Execution(ExecutionMode.CONCURRENT)
class KeptSecretIT {
    private static final Map<String, String> SECRETS = new LinkedHashMap<>();

    @RegisterExtension
    static final Witness WITNESS = Witness.with("gatehouse.log-level", "ALL").alone();

    private static OAuthDance dance;

    @BeforeAll
    static void do_everything_once() {
        dance = OAuthDance.register(Json.createObjectBuilder()
                .add("token_endpoint_auth_method", "client_secret_post")
                .build());
        var page = dance.authorize();
        dance.browser().signIn(page.page(), new Demo.User(Demo.OWNER.email(), "wrong-password-of-the-owner"));
        var code = dance.code(Demo.OWNER);
        var tokens = dance.redeem(code).json();
        var fresh = dance.refresh(tokens.getString("refresh_token")).json();
        dance.redeem("ghc_wrong-code");
        dance.redeem(code, "code_verifier", "w".repeat(43));
        dance.refresh("ghr_wrong-refresh-token");
        McpDriver.bearer(fresh.getString("access_token")).call("whoami");
        McpDriver.bearer(fresh.getString("access_token") + "x").call("whoami");
        McpDriver.key(Demo.ACME_KEY).call("whoami");
        McpDriver.key(Demo.ACME_KEY.replace("Full0Access", "Full1Access")).call("whoami");
        Http.post("/mcp?access_token=query-" + Demo.GLOBEX_KEY).json("{}").send();
        Http.post("/mcp").basic("user", "basic-password").json("{}").send();

        SECRETS.put("password", Demo.OWNER.password());
        SECRETS.put("wrong password", "wrong-password-of-the-owner");
        SECRETS.put("code", code);
        SECRETS.put("wrong code", "ghc_wrong-code");
        SECRETS.put("verifier", dance.tokenRequest(code).get("code_verifier"));
        SECRETS.put("client secret", dance.tokenRequest(code).get("client_secret"));
        SECRETS.put("access token", tokens.getString("access_token"));
        SECRETS.put("signature", tokens.getString("access_token").split("\\.")[2]);
        SECRETS.put("refresh token", tokens.getString("refresh_token"));
        SECRETS.put("successor", fresh.getString("refresh_token"));
        SECRETS.put("wrong refresh token", "ghr_wrong-refresh-token");
        SECRETS.put("API key", Demo.ACME_KEY);
        SECRETS.put("secret of the API key", "Acme0Full0Access0Key0For0Demo000");
        SECRETS.put("mistyped API key", "Full1Access");
        SECRETS.put("key in the query", Demo.GLOBEX_KEY);
        SECRETS.put("basic password", "basic-password");
        dance.browser().cookies().forEach((name, value) -> SECRETS.put("cookie " + name, value));
    }

    @Test
    void the_console_shows_none() {
        var console = WITNESS.console();

        assertThat(console).contains("event=request");
        assertThat(shownIn(console)).isEmpty();
    }

    @Test
    void the_console_shows_no_private_key() {
        assertThat(WITNESS.console()).doesNotContain("\"d\":", "PRIVATE KEY");
        assertThat(WITNESS.rows("select sealed_jwk from oauth_signing_key"))
                .allSatisfy(row -> assertThat(WITNESS.console()).doesNotContain(row.get("sealed_jwk")));
    }

    @Test
    void the_console_names_requests_by_the_id_that_callers_see() {
        var reply = Http.get("/nothing/here").send();

        assertThat(WITNESS.console())
                .contains("request_id=" + reply.header("X-Request-Id").orElseThrow());
    }

    @Test
    void the_log_files_show_none() {
        assertThat(WITNESS.logFiles())
                .isNotEmpty()
                .allSatisfy((file, text) -> assertThat(shownIn(text)).as(file).isEmpty());
    }

    @Test
    void the_log_files_show_no_private_key() {
        var sealed = WITNESS.rows("select sealed_jwk from oauth_signing_key").stream()
                .map(row -> row.get("sealed_jwk"))
                .toList();

        assertThat(WITNESS.logFiles())
                .allSatisfy((file, text) -> assertThat(text)
                        .as(file)
                        .doesNotContain("\"d\":", "\\\"d\\\":", "PRIVATE KEY")
                        .doesNotContain(sealed));
    }

    /** Otherwise nothing was looked at, and nothing found. */
    @Test
    void the_log_files_have_what_was_done() {
        assertThat(WITNESS.logFiles())
                .hasEntrySatisfying(
                        new Condition<>(file -> file.endsWith("gatehouse.json"), "the log for machines"),
                        new Condition<>(text -> text.contains("event=request"), "a request"))
                .hasEntrySatisfying(
                        new Condition<>(file -> true, "any file"),
                        new Condition<>(text -> text.contains("path=/oauth/token status=200"), "an answer in detail"));
    }

    @Test
    void the_database_keeps_none() {
        assertThat(shownIn(everything())).isEmpty();
    }

    @Test
    void the_database_keeps_the_private_key_sealed() {
        assertThat(WITNESS.rows("select sealed_jwk from oauth_signing_key"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("sealed_jwk")).doesNotContain("{", "kty"));
    }

    @Test
    void the_database_keeps_passwords_as_argon2id() {
        assertThat(WITNESS.rows("select password_hash from identity_user"))
                .hasSize(8)
                .allSatisfy(row -> assertThat(row.get("password_hash")).startsWith("$argon2id$v=19$"))
                .extracting(row -> row.get("password_hash"))
                .doesNotHaveDuplicates();
    }

    @Test
    void audit_names_whoever_signed_in() {
        assertThat(records("login.sign_in", "success")).anySatisfy(row -> {
            assertThat(row.get("user_label")).isEqualTo(Demo.OWNER.email());
            assertThat(row.get("user_id")).isNotBlank();
            assertThat(row.get("api_key_id")).isNull();
        });
    }

    @Test
    void audit_names_whoever_somebody_claimed_to_be() {
        assertThat(records("login.sign_in", "refused")).singleElement().satisfies(row -> {
            assertThat(row.get("user_label")).isEqualTo(Demo.OWNER.email());
            assertThat(row.get("user_id")).isNull();
            assertThat(row.get("remote_address")).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void audit_has_every_refused_credential() {
        assertThat(records("access.credential_refused", "refused"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.get("target")).isEqualTo("/mcp"));
    }

    @Test
    void audit_has_every_refused_token_request() {
        assertThat(records("oauth.refused", "refused"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.get("client_id")).isEqualTo(dance.clientId()))
                .extracting(row -> row.get("detail"))
                .allSatisfy(detail -> assertThat(detail).startsWith("invalid_grant"));
    }

    @Test
    void audit_has_registration_consent_and_tokens() {
        assertThat(WITNESS
                        .rows("select action from audit_record where outcome = 'success' and client_id = '"
                                + dance.clientId() + "' and action like 'oauth.%' order by id")
                        .stream()
                        .map(row -> row.get("action")))
                .containsExactly(
                        "oauth.client_registered",
                        "oauth.consent_given",
                        "oauth.token_issued",
                        "oauth.token_refreshed");
    }

    @Test
    void audit_has_every_tool_call() {
        assertThat(records("tool.call", "success")).hasSize(2).allSatisfy(row -> {
            assertThat(row.get("user_label")).isEqualTo(Demo.OWNER.email());
            assertThat(row.get("organization_id")).isNotBlank();
        });
    }

    private static List<Map<String, String>> records(String action, String outcome) {
        return WITNESS.rows("select * from audit_record where action = '%s' and outcome = '%s' order by id"
                .formatted(action, outcome));
    }

    private static List<String> shownIn(String text) {
        return SECRETS.entrySet().stream()
                .filter(secret -> text.contains(secret.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String everything() {
        var tables = new ArrayList<String>();
        WITNESS.rows("select table_name from information_schema.tables where lower(table_schema) = 'public'")
                .forEach(row -> tables.add(row.get("table_name")));
        assertThat(tables.stream().map(String::toLowerCase)).contains("oauth_refresh_token", "audit_record");
        return tables.stream()
                .flatMap(table -> WITNESS.rows("select * from \"" + table + "\"").stream())
                .flatMap(row -> row.values().stream().filter(value -> value != null))
                .collect(Collectors.joining("\n"));
    }
}
