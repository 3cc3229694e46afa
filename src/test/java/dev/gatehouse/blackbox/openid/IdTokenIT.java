package dev.gatehouse.blackbox.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core §2, §3.1.3.3, §12.2, verified with the published keys by a library. */
class IdTokenIT {
    private static final String NONCE = "n-0S6_WzA2Mj & more";

    private final OAuthDance dance = OAuthDance.register().with("nonce", NONCE);

    @Test
    void tells_a_client_who_signed_in_when_and_how() throws Exception {
        var before = Instant.now().minusSeconds(2);

        var tokens = openid(dance);

        var claims = verified(tokens.getString("id_token"), JWSAlgorithm.RS256);
        assertThat(claims.getIssuer()).isEqualTo(Sut.url(""));
        assertThat(claims.getAudience()).containsExactly(dance.clientId());
        assertThat(claims.getSubject())
                .isEqualTo(AccessTokenClaims.unverified(tokens.getString("access_token"))
                        .getString("sub"));
        assertThat(claims.getStringClaim("nonce")).isEqualTo(NONCE);
        assertThat(claims.getDateClaim("auth_time").toInstant())
                .isBetween(before, Instant.now().plusSeconds(2));
        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd");
        assertThat(claims.getStringClaim("acr")).isEqualTo("1fa");
        assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
    }

    @Test
    void tells_nothing_else() {
        assertThat(AccessTokenClaims.unverified(openid(dance).getString("id_token"))
                        .keySet())
                .containsExactlyInAnyOrder(
                        "iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "at_hash");
    }

    /** OpenID Connect Core §3.1.3.6. */
    @Test
    void names_the_access_token_that_came_with_it() throws Exception {
        var tokens = openid(dance);

        var hash = MessageDigest.getInstance("SHA-256")
                .digest(tokens.getString("access_token").getBytes(StandardCharsets.US_ASCII));
        assertThat(AccessTokenClaims.unverified(tokens.getString("id_token")).getString("at_hash"))
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16)));
    }

    @ParameterizedTest
    @CsvSource({"ES256, ES256", "RS256, RS256", "none, RS256", "HS256, RS256", "PS512, RS256"})
    void is_signed_as_the_client_registered_and_we_serve(String asked, String signed) throws Exception {
        var client = OAuthDance.registerClient(Json.createObjectBuilder()
                        .add("id_token_signed_response_alg", asked)
                        .build())
                .json();

        var tokens = openid(OAuthDance.of(client.getString("client_id")));

        assertThat(client.getString("id_token_signed_response_alg")).isEqualTo(signed);
        verified(tokens.getString("id_token"), JWSAlgorithm.parse(signed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mcp", "mcp profile email", ""})
    void is_only_for_who_asks_for_openid(String scope) {
        var tokens = dance.with("scope", scope).tokens(Demo.OWNER);

        assertThat(tokens.containsKey("id_token")).isFalse();
        Expect.accepted(tokens.getString("access_token"));
    }

    @Test
    void has_no_nonce_when_the_request_had_none() {
        var tokens = openid(OAuthDance.register());

        assertThat(AccessTokenClaims.unverified(tokens.getString("id_token")).containsKey("nonce"))
                .isFalse();
    }

    @Test
    void repeats_the_sign_in_when_refreshed_without_the_nonce() throws Exception {
        var tokens = openid(dance);
        var first = verified(tokens.getString("id_token"), JWSAlgorithm.RS256);
        Thread.sleep(1_100);

        var fresh = dance.refresh(tokens.getString("refresh_token")).json();

        var second = verified(fresh.getString("id_token"), JWSAlgorithm.RS256);
        assertThat(second.getSubject()).isEqualTo(first.getSubject());
        assertThat(second.getAudience()).isEqualTo(first.getAudience());
        assertThat(second.getDateClaim("auth_time")).isEqualTo(first.getDateClaim("auth_time"));
        assertThat(second.getIssueTime()).isAfter(first.getIssueTime());
        assertThat(second.getClaim("nonce")).isNull();
        assertThat(second.getStringClaim("at_hash")).isNotEqualTo(first.getStringClaim("at_hash"));
    }

    @Test
    void does_not_come_with_a_refresh_that_leaves_openid_out() {
        var tokens = openid(dance);

        var fresh =
                dance.refresh(tokens.getString("refresh_token"), "scope", "mcp").json();

        assertThat(fresh.containsKey("id_token")).isFalse();
    }

    /** Another type, another audience: what proves a sign-in to a client opens nothing. */
    @Test
    void is_no_access_token() {
        var tokens = openid(dance);

        Expect.dead(tokens.getString("id_token"));
        assertThat(Http.get("/oauth/userinfo")
                        .bearer(tokens.getString("id_token"))
                        .send()
                        .status())
                .isEqualTo(401);
        Expect.accepted(tokens.getString("access_token"));
    }

    private static JsonObject openid(OAuthDance dance) {
        return dance.with("scope", "mcp openid").tokens(Demo.OWNER);
    }

    private static JWTClaimsSet verified(String compact, JWSAlgorithm algorithm) throws Exception {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        var keys = JWKSet.parse(Http.get("/oauth/jwks").send().body());
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithm, new ImmutableJWKSet<>(keys)));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder().issuer(Sut.url("")).build(), Set.of("sub", "aud", "exp", "iat")));
        return processor.process(compact, null);
    }
}
