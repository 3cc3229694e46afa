package dev.gatehouse.blackbox.rfc7523;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Race;
import dev.gatehouse.blackbox.support.Signer;
import dev.gatehouse.blackbox.support.Sut;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7523 §2.2: a client proves itself by an assertion that it signed. */
class PrivateKeyJwtIT {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Signer signer = Signer.create();
    private final String clientId = OAuthDance.registerClient(
                    members().add("jwks", signer.jwks()).build())
            .json()
            .getString("client_id");
    private final OAuthDance dance = OAuthDance.of(clientId);

    private static JsonObjectBuilder members() {
        return Json.createObjectBuilder()
                .add("token_endpoint_auth_method", "private_key_jwt")
                .add(
                        "grant_types",
                        Json.createArrayBuilder()
                                .add("client_credentials")
                                .add("authorization_code")
                                .add("refresh_token"));
    }

    private static Map<String, String> assertion(String jwt) {
        var form = new HashMap<String, String>();
        form.put("client_assertion_type", TYPE);
        form.put("client_assertion", jwt);
        return form;
    }

    private Map<String, Object> claims() {
        return Signer.clientClaims(clientId, Sut.url(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/oauth/token"})
    void proves_the_client(String audience) {
        var jwt = signer.jwt("JWT", Signer.clientClaims(clientId, Sut.url(audience)));

        assertThat(dance.ownToken(assertion(jwt)).status()).isEqualTo(200);
    }

    @Test
    void needs_no_client_id_beside_it() {
        var form = assertion(signer.jwt("JWT", claims()));
        form.put("grant_type", "client_credentials");

        assertThat(dance.send("/oauth/token", form).status()).isEqualTo(200);
    }

    @Test
    void counts_once() {
        var jwt = signer.jwt("JWT", claims());
        assertThat(dance.ownToken(assertion(jwt)).status()).isEqualTo(200);

        Expect.refused(dance.ownToken(assertion(jwt)), 401, "invalid_client");
    }

    @Test
    void counts_once_among_many_who_send_it() {
        var jwt = signer.jwt("JWT", claims());

        var statuses = Race.of(32, () -> dance.ownToken(assertion(jwt)).status());

        assertThat(statuses).containsOnly(200, 401);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "iss, somebody, 401, invalid_client",
        "sub, somebody, 400, invalid_request",
        "aud, https://other.example, 401, invalid_client",
        "jti, '', 401, invalid_client",
        "exp, soon, 401, invalid_client"
    })
    void proves_nothing_with_another(String claim, String value, int status, String error) {
        var claims = claims();
        claims.put(claim, value);

        Expect.refused(dance.ownToken(assertion(signer.jwt("JWT", claims))), status, error);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 3600})
    void proves_nothing_when_it_has_expired_or_would_live_too_long(long seconds) {
        var claims = claims();
        claims.put("exp", Instant.now().getEpochSecond() + seconds);

        Expect.refused(dance.ownToken(assertion(signer.jwt("JWT", claims))), 401, "invalid_client");
    }

    @Test
    void proves_nothing_signed_by_another_key() {
        Expect.refused(dance.ownToken(assertion(Signer.create().jwt("JWT", claims()))), 401, "invalid_client");
    }

    @Test
    void proves_nothing_inside_an_encrypted_jwt() {
        var jwt = signer.jwt("JWT", claims());

        Expect.refused(dance.ownToken(assertion(Signer.encrypted(jwt))), 401, "invalid_client");

        assertThat(dance.ownToken(assertion(jwt)).status()).isEqualTo(200);
    }

    @Test
    void a_refused_assertion_uses_up_no_jti() {
        var claims = claims();
        dance.ownToken(assertion(Signer.create().jwt("JWT", claims)));

        assertThat(dance.ownToken(assertion(signer.jwt("JWT", claims))).status())
                .isEqualTo(200);
    }

    @Test
    void may_not_be_left_out() {
        Expect.refused(dance.ownToken(), 401, "invalid_client");
    }

    @Test
    void stands_alone() {
        var form = assertion(signer.jwt("JWT", claims()));
        form.put("client_secret", "x");

        Expect.refused(dance.ownToken(form), 400, "invalid_request");
    }

    @Test
    void goes_with_the_authorization_code() {
        var code = dance.code(Demo.OWNER);
        var form = dance.tokenRequest(code);
        form.putAll(assertion(signer.jwt("JWT", claims())));

        assertThat(dance.send("/oauth/token", form).status()).isEqualTo(200);
    }

    @Test
    void is_registered_only_with_public_keys() {
        for (JsonObject keys : new JsonObject[] {
            members().build(),
            members().add("jwks", signer.privateJwks()).build(),
            members().add("jwks", Json.createObjectBuilder()).build(),
            members()
                    .add("jwks", signer.jwks())
                    .add("jwks_uri", "https://a.example/keys")
                    .build(),
            members().add("jwks_uri", "http://a.example/keys").build()
        }) {
            Expect.refused(OAuthDance.registerClient(keys), 400, "invalid_client_metadata");
        }
    }
}
