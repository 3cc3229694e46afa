package dev.gatehouse.blackbox.rfc7517;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.blackbox.support.Sut;
import dev.gatehouse.blackbox.support.Witness;
import dev.gatehouse.support.KeyTool;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of the operator's own in a PKCS#12 file, and access tokens signed by RS256. */
class KeyStoreIT {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    @AutoClose
    private static Witness witness;

    private static Path file;
    private static String token;

    @BeforeAll
    static void start() {
        file = directory.resolve("keys.p12");
        KeyTool.generate(file, PASSWORD, "ec", "-keyalg", "EC", "-groupname", "secp256r1");
        KeyTool.generate(file, PASSWORD, "rsa", "-keyalg", "RSA", "-keysize", "2048");
        KeyTool.generate(file, PASSWORD, "rsa-before", "-keyalg", "RSA", "-keysize", "2048");
        witness = Witness.start(
                directory,
                server -> server.property("gatehouse.oauth.signing-algorithm", "RS256")
                        .property("gatehouse.crypto.key-store.path", file.toString())
                        .property("gatehouse.crypto.key-store.password", PASSWORD)
                        .property("gatehouse.crypto.key-store.aliases", "ec,rsa,rsa-before"));
        Sut.use(witness.server().baseUrl());
        token = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");
        Sut.useDefault();
    }

    @BeforeEach
    void look_there() {
        Sut.use(witness.server().baseUrl());
    }

    @AfterEach
    void look_back() {
        Sut.useDefault();
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
        assertThat(witness.rows("select id from oauth_signing_key")).isEmpty();
    }

    @Test
    void are_rotated_by_nobody_else() {
        var administrator = OAuthDance.register().tokens(Demo.ADMIN).getString("access_token");

        var reply = Http.post("/v1/signing-keys")
                .bearer(administrator)
                .json("{\"algorithm\":\"RS256\"}")
                .send();

        assertThat(reply.status()).as(reply.body()).isEqualTo(409);
        assertThat(Http.request(
                                "DELETE",
                                Sut.url("/v1/signing-keys/" + ids(administrator).getFirst()))
                        .bearer(administrator)
                        .send()
                        .status())
                .isEqualTo(409);
        assertThat(witness.rows("select id from oauth_signing_key")).isEmpty();
        assertThat(states(administrator)).containsExactlyInAnyOrder("ES256 active", "RS256 active", "RS256 passive");
    }

    @Test
    void stay_out_of_console_and_logs() {
        assertThat(witness.console()).doesNotContain(PASSWORD);
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
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        return JsonWebKey.Factory.newJwk(store.getCertificate(alias).getPublicKey())
                .calculateBase64urlEncodedThumbprint("SHA-256");
    }
}
