package dev.gatehouse.blackbox.rfc9449;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Reply;
import dev.gatehouse.blackbox.support.Signer;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9449: tokens that only the holder of a key can use, at the token endpoint and at the MCP endpoint. */
class DpopIT {
    private final Signer signer = Signer.create();

    private OAuthDance proving() {
        return OAuthDance.register().sending("DPoP", signer::tokenProof);
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(401);
        assertThat(reply.body()).doesNotContain("structuredContent");
    }

    @Test
    void binds_the_token_to_the_proven_key() {
        var tokens = proving().tokens(Demo.OWNER);

        assertThat(tokens.getString("token_type")).isEqualTo("DPoP");
        assertThat(AccessTokenClaims.unverified(tokens.getString("access_token"))
                        .getJsonObject("cnf")
                        .getString("jkt"))
                .isEqualTo(signer.thumbprint());
    }

    @Test
    void leaves_bearer_tokens_the_default() {
        var tokens = OAuthDance.register().tokens(Demo.OWNER);

        assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
        assertThat(AccessTokenClaims.unverified(tokens.getString("access_token")))
                .doesNotContainKey("cnf");
    }

    @Test
    void accepts_a_bound_token_with_a_proof_for_each_request() {
        var token = proving().tokens(Demo.OWNER).getString("access_token");
        var mcp = McpDriver.bound(token, signer);

        assertThat(mcp.call("whoami").status()).isEqualTo(200);
        assertThat(mcp.call("whoami").status()).isEqualTo(200);
    }

    @Test
    void accepts_no_bound_token_as_bearer_token() {
        Expect.dead(proving().tokens(Demo.OWNER).getString("access_token"));
    }

    @Test
    void accepts_no_bearer_token_with_a_proof() {
        var token = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");

        refused(McpDriver.bound(token, signer).call("whoami"));
        Expect.accepted(token);
    }

    @Test
    void accepts_no_proof_by_another_key() {
        var token = proving().tokens(Demo.OWNER).getString("access_token");

        refused(McpDriver.bound(token, Signer.create()).call("whoami"));
    }

    @Test
    void accepts_a_proof_once() {
        var token = proving().tokens(Demo.OWNER).getString("access_token");
        var proof = signer.mcpProof(token);

        assertThat(McpDriver.bound(token, () -> proof).call("whoami").status()).isEqualTo(200);

        var again = McpDriver.bound(token, () -> proof).call("whoami");
        refused(again);
        assertThat(again.header("WWW-Authenticate").orElse("")).contains("error=\"invalid_dpop_proof\"");
    }

    @Test
    void uses_no_proof_up_for_a_token_that_is_none_of_ours() {
        var token = proving().tokens(Demo.OWNER).getString("access_token");
        var claims = Signer.proofClaims("POST", Sut.url("/mcp"));

        for (var presented : List.of("x.y.z", token)) {
            claims.put("ath", Signer.hash(presented));
            var status = McpDriver.bound(presented, () -> signer.proof(claims))
                    .call("whoami")
                    .status();
            assertThat(status).isEqualTo(presented.equals(token) ? 200 : 401);
        }
    }

    @Test
    void accepts_a_proof_once_among_many_who_send_it() {
        var token = proving().tokens(Demo.OWNER).getString("access_token");
        var proof = signer.mcpProof(token);

        var base = Sut.url("");
        var statuses = Race.of(32, () -> {
            assertThat(Sut.url("")).isEqualTo(base);
            return McpDriver.bound(token, () -> proof).call("whoami").status();
        });

        assertThat(statuses).containsOnly(200, 401);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "htm, GET",
        "htu, http://localhost/elsewhere",
        "ath, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "jti, ''",
        "iat, soon",
        "nonce, made-up"
    })
    void accepts_no_proof_with_another(String claim, String value) {
        var token = proving().tokens(Demo.OWNER).getString("access_token");
        var claims = Signer.proofClaims("POST", Sut.url("/mcp"));
        claims.put("ath", Signer.hash(token));
        claims.put(claim, value);

        refused(McpDriver.bound(token, () -> signer.proof(claims)).call("whoami"));
    }

    @ParameterizedTest
    @CsvSource({"-600", "600"})
    void accepts_no_proof_of_another_time(long seconds) {
        var token = proving().tokens(Demo.OWNER).getString("access_token");
        var claims = Signer.proofClaims("POST", Sut.url("/mcp"));
        claims.put("ath", Signer.hash(token));
        claims.put("iat", Instant.now().getEpochSecond() + seconds);

        refused(McpDriver.bound(token, () -> signer.proof(claims)).call("whoami"));
    }

    @Test
    void accepts_no_jwt_of_another_type_as_proof() {
        var token = proving().tokens(Demo.OWNER).getString("access_token");

        refused(McpDriver.bound(token, () -> signer.jwt("JWT", Signer.proofClaims("POST", Sut.url("/mcp"))))
                .call("whoami"));
    }

    @Test
    void binds_the_refresh_tokens_of_a_public_client() {
        var tokens = proving().tokens(Demo.OWNER);
        var client =
                AccessTokenClaims.unverified(tokens.getString("access_token")).getString("client_id");

        Expect.refused(OAuthDance.of(client).refresh(tokens.getString("refresh_token")), 400, "invalid_dpop_proof");
        Expect.refused(
                OAuthDance.of(client)
                        .sending("DPoP", Signer.create()::tokenProof)
                        .refresh(tokens.getString("refresh_token")),
                400,
                "invalid_dpop_proof");

        var refreshed =
                OAuthDance.of(client).sending("DPoP", signer::tokenProof).refresh(tokens.getString("refresh_token"));
        assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
        assertThat(refreshed.json().getString("token_type")).isEqualTo("DPoP");
    }

    @Test
    void refuses_a_bad_proof_at_the_token_endpoint_and_leaves_the_code_unused() {
        var dance = OAuthDance.register();
        var code = dance.code(Demo.OWNER);
        var bad = OAuthDance.of(dance.clientId()).sending("DPoP", () -> "no.proof.here");

        Expect.refused(bad.send("/oauth/token", dance.tokenRequest(code)), 400, "invalid_dpop_proof");

        assertThat(dance.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void gives_no_bearer_token_to_a_client_that_registered_for_bound_ones() {
        var dance = OAuthDance.register(
                Json.createObjectBuilder().add("dpop_bound_access_tokens", true).build());
        var code = dance.code(Demo.OWNER);

        Expect.refused(dance.redeem(code), 400, "invalid_dpop_proof");

        assertThat(dance.sending("DPoP", signer::tokenProof).redeem(code).status())
                .isEqualTo(200);
    }

    @Test
    void is_told_in_introspection() {
        var dance = OAuthDance.trusted().sending("DPoP", signer::tokenProof);
        JsonObject answer = OAuthDance.trusted()
                .introspect(dance.ownToken(Map.of()).json().getString("access_token"))
                .json();

        assertThat(answer.getString("token_type")).isEqualTo("DPoP");
        assertThat(answer.getJsonObject("cnf").getString("jkt")).isEqualTo(signer.thumbprint());
    }

    @Test
    void a_stolen_bound_token_cannot_be_exchanged() {
        var token = proving().tokens(Demo.OWNER).getString("access_token");
        var reply = OAuthDance.trusted()
                .grant(
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        Map.of(
                                "subject_token",
                                token,
                                "subject_token_type",
                                "urn:ietf:params:oauth:token-type:access_token"));

        Expect.refused(reply, 400, "invalid_request");
    }
}
