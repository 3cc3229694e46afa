package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Signer;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** RFC 9449 §8 and §9: proofs that must carry a nonce of ours. */
class DpopNonceIT {
    @RegisterExtension
    static final Witness WITNESS = ConfiguredServer.witness();

    private final Signer signer = Signer.create();

    private OAuthDance service(String nonce) {
        return OAuthDance.of("service")
                .authenticatingBy("client_secret_basic", ConfiguredServer.SECRET)
                .sending("DPoP", () -> {
                    var claims = Signer.proofClaims("POST", Sut.url("/oauth/token"));
                    if (!nonce.isEmpty()) {
                        claims.put("nonce", nonce);
                    }
                    return signer.proof(claims);
                });
    }

    private String token() {
        var nonce = service("").ownToken().header("DPoP-Nonce").orElseThrow();
        return service(nonce).ownToken().json().getString("access_token");
    }

    @Test
    void tells_the_nonce_to_a_client_that_has_none() {
        var reply = service("").ownToken();

        Expect.refused(reply, 400, "use_dpop_nonce");
        assertThat(reply.header("DPoP-Nonce")).isPresent();
    }

    @Test
    void accepts_a_proof_with_the_nonce() {
        var nonce = service("").ownToken().header("DPoP-Nonce").orElseThrow();

        var reply = service(nonce).ownToken();
        assertThat(reply.json().getString("token_type")).isEqualTo("DPoP");
    }

    @Test
    void accepts_no_nonce_of_somebody_elses() {
        Expect.refused(service("made-up").ownToken(), 400, "use_dpop_nonce");
    }

    @Test
    void tells_the_nonce_where_requests_are_pushed() {
        var claims = Signer.proofClaims("POST", Sut.url("/oauth/par"));
        var portal = OAuthDance.of("portal")
                .authenticatingBy("client_secret_basic", ConfiguredServer.SECRET)
                .sending("DPoP", () -> signer.proof(claims));
        var reply = portal.push();

        Expect.refused(reply, 400, "use_dpop_nonce");
        claims.put("nonce", reply.header("DPoP-Nonce").orElseThrow());
        assertThat(portal.push().status()).isEqualTo(201);
    }

    @Test
    void tells_the_nonce_at_the_mcp_endpoint() {
        var token = token();
        var reply = McpDriver.bound(token, signer).call("whoami");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate").orElse("")).startsWith("DPoP error=\"use_dpop_nonce\"");
        var nonce = reply.header("DPoP-Nonce").orElseThrow();

        var claims = Signer.proofClaims("POST", Sut.url("/mcp"));
        claims.put("ath", Signer.hash(token));
        claims.put("nonce", nonce);
        assertThat(McpDriver.bound(token, () -> signer.proof(claims))
                        .call("whoami")
                        .status())
                .isEqualTo(200);
    }
}
