package dev.gatehouse.blackbox.rfc9068;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.McpDriver;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** RFC 9068 §2, judged by another library than the one that signed. */
class AccessTokenIT {
    private static final OAuthDance DANCE = OAuthDance.register();
    private static JsonObject response;
    private static String token;

    @BeforeAll
    static void obtain() {
        response = DANCE.tokens(Demo.OWNER);
        token = response.getString("access_token");
    }

    @Test
    void is_genuine_by_the_published_keys() throws Exception {
        var claims = verified(token);

        assertThat(claims.getIssuer()).isEqualTo(Sut.url(""));
        assertThat(claims.getAudience()).containsExactly(Sut.url("/mcp"));
        assertThat(claims.getStringClaimValue("client_id")).isEqualTo(DANCE.clientId());
        assertThat(claims.getStringClaimValue("scope")).isEqualTo(response.getString("scope"));
    }

    @Test
    void names_its_type_algorithm_and_key() {
        assertThat(AccessTokenClaims.header(token).keySet()).containsExactlyInAnyOrder("typ", "alg", "kid");
        assertThat(AccessTokenClaims.header(token).getString("typ")).isEqualTo("at+jwt");
        assertThat(AccessTokenClaims.header(token).getString("alg")).isEqualTo("ES256");
    }

    @Test
    void names_the_person_by_an_id_that_the_endpoint_knows() throws Exception {
        assertThat(verified(token).getSubject())
                .isEqualTo(McpDriver.bearer(token)
                        .result("whoami")
                        .getJsonObject("user")
                        .getString("id"));
    }

    @Test
    void tells_nothing_else_about_the_person() {
        assertThat(AccessTokenClaims.unverified(token).keySet())
                .containsExactlyInAnyOrder("iss", "sub", "aud", "client_id", "scope", "iat", "exp", "jti", "grant_id");
    }

    @Test
    void expires_when_the_response_says() {
        var claims = AccessTokenClaims.unverified(token);

        assertThat(claims.getInt("exp") - claims.getInt("iat")).isEqualTo(response.getInt("expires_in"));
        assertThat(Instant.ofEpochSecond(claims.getInt("iat")))
                .isBefore(Instant.now().plusSeconds(5));
    }

    @Test
    void lives_an_hour_at_most() {
        assertThat(response.getInt("expires_in")).isBetween(1, 3_600);
    }

    @Test
    void has_an_id_of_its_own() {
        var other = DANCE.refresh(response.getString("refresh_token")).json().getString("access_token");

        assertThat(AccessTokenClaims.unverified(other).getString("jti"))
                .isNotEqualTo(AccessTokenClaims.unverified(token).getString("jti"));
    }

    @Test
    void keeps_its_subject_for_every_client() {
        var other = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");

        assertThat(AccessTokenClaims.unverified(other).getString("sub"))
                .isEqualTo(AccessTokenClaims.unverified(token).getString("sub"));
    }

    @Test
    void is_signed_with_keys_of_which_only_the_public_half_is_published() {
        var keys = Http.get("/oauth/jwks").send();

        assertThat(keys.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(keys.json().getJsonArray("keys").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(key -> {
                    assertThat(key.keySet()).doesNotContain("d", "p", "q", "dp", "dq", "qi", "k");
                    assertThat(key.getString("use")).isEqualTo("sig");
                });
    }

    private static JwtClaims verified(String compact) throws JoseException, InvalidJwtException {
        var keys = new JsonWebKeySet(Http.get("/oauth/jwks").send().body());
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "ES256"))
                .setExpectedType(true, "at+jwt")
                .setExpectedIssuer(true, Sut.url(""))
                .setExpectedAudience(true, Sut.url("/mcp"))
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireJwtId()
                .build()
                .processToClaims(compact);
    }
}
