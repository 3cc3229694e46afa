package dev.gatehouse.blackbox.access;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 401 with the challenge, never wrapped into a 200, and nothing is done. */
class RefusedCredentialIT {
    private static final String UNKNOWN_KEY = "ghk_unknown00000_00000000000000000000000000000000";

    @Test
    void nothing_at_all() {
        Refusal.missing(Refusal.of(Http.post("/mcp")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "api_key", "key", "token", "X-API-Key"})
    void a_credential_in_the_query(String parameter) {
        Refusal.missing(Refusal.of(Http.post("/mcp?" + parameter + "=" + Demo.ACME_KEY)));
    }

    @Test
    void a_browser_cookie() {
        var dance = OAuthDance.register();
        dance.signIn(Demo.OWNER);
        var cookies = new StringBuilder();
        dance.browser().cookies().forEach((name, value) -> cookies.append(name + "=" + value + "; "));

        Refusal.missing(Refusal.of(Http.post("/mcp").header("Cookie", cookies + "x=y")));
    }

    @Test
    void a_tampered_key() {
        var tampered = Demo.ACME_KEY.replace("Full0Access", "Full1Access");

        Refusal.invalid(Refusal.of(Http.post("/mcp").header("X-API-Key", tampered)));
        Refusal.invalid(Refusal.of(Http.post("/mcp").bearer(tampered)));
    }

    /** Known lookup id, right checksum, wrong secret: only the hash can tell. */
    @Test
    void a_guessed_secret_behind_a_known_lookup_id() {
        var guessed = withChecksum("ghk_demoAcmeFull_00000000000000000000000000000000");

        Refusal.invalid(Refusal.of(Http.post("/mcp").header("X-API-Key", guessed)));
        Refusal.invalid(Refusal.of(Http.post("/mcp").bearer(guessed)));
    }

    @Test
    void a_well_formed_key_that_nobody_issued() {
        Refusal.invalid(Refusal.of(Http.post("/mcp").header("X-API-Key", withChecksum(UNKNOWN_KEY))));
    }

    @Test
    void a_key_in_another_case() {
        Refusal.invalid(Refusal.of(Http.post("/mcp").header("X-API-Key", Demo.ACME_KEY.toUpperCase())));
        Refusal.invalid(Refusal.of(Http.post("/mcp").bearer(Demo.ACME_KEY.replace("ghk_", "GHK_"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghk_", "ghk", "x", "null", "undefined", "' or '1'='1", "ghk_demoAcmeFull_", "*", "${KEY}"})
    void what_is_no_key(String key) {
        Refusal.invalid(Refusal.of(Http.post("/mcp").header("X-API-Key", key)));
    }

    @Test
    void a_huge_key() {
        Refusal.invalid(Refusal.of(Http.post("/mcp").header("X-API-Key", "ghk_" + "0".repeat(5_000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dTpw", "Basic", "Digest x", "Negotiate x", "Bearer", "ghk_x", "DPoP x"})
    void another_scheme(String authorization) {
        Refusal.invalid(Refusal.of(Http.post("/mcp").header("Authorization", authorization)));
    }

    @Test
    void a_key_as_basic_password() {
        Refusal.invalid(Refusal.of(Http.post("/mcp").basic("key", Demo.ACME_KEY)));
    }

    /** Not served yet, and never taken for something else. */
    @Test
    void a_service_token() {
        Refusal.invalid(Refusal.of(
                Http.post("/mcp").header("X-Service-Token", Demo.ACME_KEY).header("X-Organization-Id", "acme")));
    }

    @Test
    void an_access_token_as_key() {
        var token = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");

        Refusal.invalid(Refusal.of(Http.post("/mcp").header("X-API-Key", token)));
    }

    @Test
    void a_refresh_token() {
        var tokens = OAuthDance.register().tokens(Demo.OWNER);

        Refusal.invalid(Refusal.of(Http.post("/mcp").bearer(tokens.getString("refresh_token"))));
    }

    @Test
    void an_authorization_code() {
        Refusal.invalid(
                Refusal.of(Http.post("/mcp").bearer(OAuthDance.register().code(Demo.OWNER))));
    }

    @Test
    void a_client_secret() {
        Refusal.invalid(Refusal.of(Http.post("/mcp").bearer(Demo.trustedClient().getString("clientSecret"))));
    }

    @Test
    void a_token_whose_authorization_was_revoked() {
        var dance = OAuthDance.register();
        var tokens = dance.tokens(Demo.OWNER);
        dance.revoke(tokens.getString("refresh_token"));

        Refusal.invalid(Refusal.of(Http.post("/mcp").bearer(tokens.getString("access_token"))));
    }

    /** A database that knows no U+0000 must not make a defect of it. */
    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud83d", "'", "%00"})
    void a_token_whose_key_id_no_database_likes(String kid) {
        var forged = base64("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\"}") + "." + base64("{}") + "."
                + base64("x".repeat(64));

        Refusal.invalid(Refusal.of(Http.post("/mcp").bearer(forged)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The checksum of a key, as its public description defines it: CRC-32 in six digits of base 62. */
    private static String withChecksum(String body) {
        var crc = new java.util.zip.CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        var alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var digits = new StringBuilder();
        for (long rest = crc.getValue(), i = 0; i < 6; i++, rest /= 62) {
            digits.insert(0, alphabet.charAt((int) (rest % 62)));
        }
        return body + digits;
    }
}
