package dev.gatehouse.blackbox.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Audit;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Signer;
import dev.gatehouse.blackbox.support.Sut;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core §5.3, §5.4; RFC 6750 §3. */
class UserinfoIT {
    private static final String PATH = "/oauth/userinfo";

    private final OAuthDance dance = OAuthDance.register();

    @ParameterizedTest
    @CsvSource({
        "openid, sub",
        "openid profile, sub name",
        "openid email, sub email email_verified",
        "mcp openid profile email, sub name email email_verified"
    })
    void tells_what_the_scopes_cover(String scope, String claims) {
        var reply = userinfo(token(scope));

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.json().keySet()).containsExactlyInAnyOrder(claims.split(" "));
    }

    @Test
    void tells_the_truth_about_the_person() {
        var token = token("openid profile email");

        var told = userinfo(token).json();

        assertThat(told.getString("sub"))
                .isEqualTo(AccessTokenClaims.unverified(token).getString("sub"));
        assertThat(told.getString("email")).isEqualTo(Demo.OWNER.email());
        assertThat(told.getString("name")).isNotBlank();
        assertThat(told.getBoolean("email_verified")).isFalse();
    }

    @Test
    void answers_a_post_too() {
        var token = token("openid");

        assertThat(Http.post(PATH).bearer(token).send().json())
                .isEqualTo(userinfo(token).json());
        assertThat(Http.post(PATH).bearer(token).form("").send().status()).isEqualTo(200);
    }

    @Test
    void does_not_tell_what_the_person_did_not_allow() {
        var form = dance.with("scope", "openid profile email")
                .signIn(Demo.OWNER)
                .page()
                .form();

        var code =
                OAuthDance.code(dance.browser().post(form.without("allow_email").press("decision", "approve")));

        var tokens = dance.redeem(code).json();
        assertThat(tokens.getString("scope")).isEqualTo("openid profile");
        assertThat(userinfo(tokens.getString("access_token")).json().keySet()).containsExactlyInAnyOrder("sub", "name");
    }

    @Test
    void asks_for_a_token_when_there_is_none() {
        var reply = Http.get(PATH).send();

        Expect.refused(reply, 401, "invalid_token");
        assertThat(reply.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "ghk_unknown_key"})
    void refuses_what_is_no_token_of_ours(String token) {
        refused(userinfo(token), 401, "invalid_token", "Bearer error=\"invalid_token\"");
    }

    @Test
    void refuses_an_api_key() {
        refused(userinfo(Demo.ACME_KEY), 401, "invalid_token", "Bearer error=\"invalid_token\"");
    }

    @Test
    void refuses_a_token_without_openid() {
        var token = token("mcp profile email");

        var reply = userinfo(token);

        refused(reply, 403, "insufficient_scope", "Bearer error=\"insufficient_scope\", scope=\"openid\"");
        assertThat(reply.body()).doesNotContain(Demo.OWNER.email());
        Expect.accepted(token);
    }

    @Test
    void refuses_a_token_that_was_revoked_and_says_whose_it_was_in_the_audit_trail() {
        var token = token("openid email");
        dance.revoke(token);

        var reply = userinfo(token);

        refused(reply, 401, "invalid_token", "Bearer error=\"invalid_token\"");
        assertThat(reply.body()).doesNotContain(Demo.OWNER.email());
        assertThat(Audit.during(reply))
                .anyMatch(event -> event.getString("action").equals("oauth.refused")
                        && event.getString("clientId", "").equals(dance.clientId()));
    }

    /** RFC 9449 §7. */
    @Test
    void tells_the_holder_of_its_key_about_the_person_of_a_bound_token() {
        var signer = Signer.create();
        var token = bound(signer);
        var proof = proof(signer, "GET", token);

        var reply = proven(token, proof);
        var again = proven(token, proof);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().getString("email")).isEqualTo(Demo.OWNER.email());
        Expect.refused(again, 401, "invalid_token");
        assertThat(again.header("WWW-Authenticate").orElseThrow()).startsWith("DPoP error=\"invalid_dpop_proof\"");
    }

    @Test
    void tells_nobody_else() {
        var signer = Signer.create();
        var token = bound(signer);

        var withoutProof = userinfo(token);
        var byAnother = proven(token, proof(Signer.create(), "GET", token));
        var forAnother = proven(token, proof(signer, "POST", token));

        for (var reply : List.of(withoutProof, byAnother, forAnother)) {
            Expect.refused(reply, 401, "invalid_token");
            assertThat(reply.header("WWW-Authenticate").orElseThrow()).startsWith("DPoP error=\"invalid_");
            assertThat(reply.body()).doesNotContain(Demo.OWNER.email());
        }
    }

    @Test
    void can_be_asked_by_any_web_page() {
        var reply = Http.get(PATH)
                .bearer("x")
                .header("Origin", "https://client.example")
                .send();

        assertThat(reply.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(reply.header("Access-Control-Expose-Headers").orElse("")).contains("WWW-Authenticate", "DPoP-Nonce");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void can_be_got_and_posted_only(String method) {
        assertThat(Http.request(method, PATH).send().status()).isEqualTo(405);
    }

    private String token(String scope) {
        return dance.with("scope", scope).tokens(Demo.OWNER).getString("access_token");
    }

    private static String bound(Signer signer) {
        return OAuthDance.register()
                .sending("DPoP", signer::tokenProof)
                .with("scope", "openid email")
                .tokens(Demo.OWNER)
                .getString("access_token");
    }

    private static String proof(Signer signer, String method, String token) {
        var claims = new HashMap<>(Signer.proofClaims(method, Sut.url(PATH)));
        claims.put("ath", Signer.hash(token));
        return signer.proof(claims);
    }

    private static Reply proven(String token, String proof) {
        return Http.get(PATH)
                .header("Authorization", "DPoP " + token)
                .header("DPoP", proof)
                .send();
    }

    private static Reply userinfo(String token) {
        return Http.get(PATH).bearer(token).send();
    }

    private static void refused(Reply reply, int status, String error, String challenge) {
        Expect.refused(reply, status, error);
        assertThat(reply.headers().allValues("WWW-Authenticate")).containsExactly(challenge);
    }
}
