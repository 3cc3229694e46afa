package dev.gatehouse.blackbox.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.rfc7517.Jwks;
import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Witness;
import jakarta.json.JsonObject;
import java.security.KeyStore;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys of the operator's own in a PKCS#12 file, and access tokens signed by RS256. */
class KeyStoreIT {
    @RegisterExtension
    static final Witness WITNESS = ConfiguredServer.witness();

    private static String token;

    @BeforeAll
    static void connect() {
        token = accessToken(Demo.OWNER);
    }

    @Test
    void sign_with_the_first_named_of_the_algorithm() throws Exception {
        assertThat(AccessTokenClaims.header(token).getString("alg")).isEqualTo("RS256");
        assertThat(AccessTokenClaims.header(token).getString("kid")).isEqualTo(id("rsa"));
        Expect.accepted(token);
    }

    @Test
    void are_published_all() throws Exception {
        assertThat(Jwks.ids("RS256")).containsExactlyInAnyOrder(id("rsa"), id("rsa-before"));
        assertThat(Jwks.ids("ES256")).containsExactly(id("ec"));
    }

    @Test
    void leave_the_database_without_any() {
        assertThat(WITNESS.rows("select id from oauth_signing_key")).isEmpty();
    }

    @Test
    void are_rotated_by_nobody_else() {
        var administrator = accessToken(Demo.ADMIN);

        var reply = Http.post("/v1/signing-keys")
                .bearer(administrator)
                .json("{\"algorithm\":\"RS256\"}")
                .send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(409);
        assertThat(Http.request(
                                "DELETE",
                                "/v1/signing-keys/" + ids(administrator).getFirst())
                        .bearer(administrator)
                        .send()
                        .status())
                .isEqualTo(409);
        assertThat(WITNESS.rows("select id from oauth_signing_key")).isEmpty();
        assertThat(states(administrator)).containsExactlyInAnyOrder("ES256 active", "RS256 active", "RS256 passive");
    }

    @Test
    void stay_out_of_console_and_logs() {
        assertThat(WITNESS.console()).doesNotContain(KeyFile.PASSWORD);
    }

    private static String accessToken(Demo.User user) {
        var portal = ConfiguredServer.client("portal");
        return portal.redeem(OAuthDance.code(portal.signIn(user))).json().getString("access_token");
    }

    private static List<String> states(String administrator) {
        return keys(administrator).stream()
                .map(key -> key.getString("algorithm") + " " + key.getString("state"))
                .toList();
    }

    private static List<String> ids(String administrator) {
        return keys(administrator).stream().map(key -> key.getString("id")).toList();
    }

    private static List<JsonObject> keys(String administrator) {
        return Http.get("/v1/signing-keys")
                .bearer(administrator)
                .send()
                .json()
                .getJsonArray("keys")
                .getValuesAs(JsonObject.class);
    }

    /** RFC 7638, computed by another library from the certificate in the file. */
    private static String id(String alias) throws Exception {
        var store = KeyStore.getInstance(KeyFile.PATH.toFile(), KeyFile.PASSWORD.toCharArray());
        return JsonWebKey.Factory.newJwk(store.getCertificate(alias).getPublicKey())
                .calculateBase64urlEncodedThumbprint("SHA-256");
    }
}
