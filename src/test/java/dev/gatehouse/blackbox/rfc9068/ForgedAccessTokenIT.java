package dev.gatehouse.blackbox.rfc9068;

import dev.gatehouse.blackbox.support.AccessTokenClaims;
import dev.gatehouse.blackbox.support.Demo;
import dev.gatehouse.blackbox.support.Expect;
import dev.gatehouse.blackbox.support.Http;
import dev.gatehouse.blackbox.support.OAuthDance;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8725: what looks like an access token of ours and is none. */
class ForgedAccessTokenIT {
    private static String genuine;
    private static String header;
    private static String claims;

    @BeforeAll
    static void obtain() {
        genuine = OAuthDance.register().tokens(Demo.OWNER).getString("access_token");
        header = decoded(0);
        claims = decoded(1);
    }

    @AfterEach
    void the_genuine_one_still_works() {
        Expect.accepted(genuine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE"})
    void is_refused_without_a_signature(String algorithm) {
        var unsigned = header.replace("ES256", algorithm);

        Expect.dead(encoded(unsigned) + "." + part(1) + ".");
        Expect.dead(encoded(unsigned) + "." + part(1) + "." + part(2));
    }

    @Test
    void is_refused_with_the_public_key_as_a_shared_secret() throws JoseException {
        var key = ours();
        var forged = forged("HS256", key.getKeyId());
        forged.setKey(new HmacKey(key.toJson().getBytes(StandardCharsets.UTF_8)));

        Expect.dead(forged.getCompactSerialization());
    }

    @Test
    void is_refused_with_another_key_under_our_key_id() throws JoseException {
        Expect.dead(signedByAnother(ours().getKeyId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "../../../dev/null", "' or '1'='1", "https://evil.example/jwks"})
    void is_refused_with_a_key_that_nobody_published(String keyId) throws JoseException {
        Expect.dead(signedByAnother(keyId));
    }

    @Test
    void is_refused_with_a_key_that_it_brings_along() throws JoseException {
        var own = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        var forged = forged("ES256", "own");
        forged.getHeaders().setJwkHeaderValue("jwk", own);
        forged.setKey(own.getPrivateKey());

        Expect.dead(forged.getCompactSerialization());
    }

    @Test
    void is_refused_when_a_claim_was_changed() {
        Expect.dead(part(0) + "." + encoded(claims.replaceFirst("\"exp\":\\d+", "\"exp\":9999999999")) + "." + part(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "logout+jwt", "at+jwt "})
    void is_refused_when_its_type_was_changed(String type) {
        Expect.dead(encoded(header.replace("at+jwt", type)) + "." + part(1) + "." + part(2));
    }

    @Test
    void is_refused_when_a_character_of_its_signature_was_changed() {
        IntStream.range(0, part(2).length() - 1)
                .filter(index -> index % 7 == 0)
                .mapToObj(index -> part(2).substring(0, index)
                        + (part(2).charAt(index) == 'A' ? 'B' : 'A')
                        + part(2).substring(index + 1))
                .forEach(signature -> Expect.dead(part(0) + "." + part(1) + "." + signature));
    }

    /** CVE-2022-21449. */
    @Test
    void is_refused_with_a_signature_of_zeros() {
        Expect.dead(part(0) + "." + part(1) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]));
    }

    @Test
    void is_refused_when_it_was_cut_or_grown() {
        Expect.dead(genuine.substring(0, genuine.length() - 4));
        Expect.dead(part(0) + "." + part(1));
        Expect.dead(genuine + ".");
        Expect.dead(genuine + "." + part(2));
        Expect.dead("." + genuine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "..", "...", "a.b.c", "e30.e30.e30", "null", "{}", "eyJ"})
    void is_refused_when_it_is_nothing_of_the_kind(String token) {
        Expect.dead(token);
    }

    @Test
    void is_refused_when_it_is_huge() {
        Expect.dead("a".repeat(20_000));
    }

    private static String signedByAnother(String keyId) throws JoseException {
        var forged = forged("ES256", keyId);
        forged.setKey(EcJwkGenerator.generateJwk(EllipticCurves.P256).getPrivateKey());
        return forged.getCompactSerialization();
    }

    private static JsonWebSignature forged(String algorithm, String keyId) {
        var forged = new JsonWebSignature();
        forged.setAlgorithmHeaderValue(algorithm);
        forged.setHeader("typ", "at+jwt");
        forged.setKeyIdHeaderValue(keyId);
        forged.setPayload(claims);
        return forged;
    }

    private static JsonWebKeySet keys() throws JoseException {
        return new JsonWebKeySet(Http.get("/oauth/jwks").send().body());
    }

    /** The key that signed the genuine one. */
    private static JsonWebKey ours() throws JoseException {
        return keys().findJsonWebKey(AccessTokenClaims.header(genuine).getString("kid"), null, null, null);
    }

    private static String part(int index) {
        return genuine.split("\\.")[index];
    }

    private static String decoded(int index) {
        return new String(Base64.getUrlDecoder().decode(part(index)), StandardCharsets.UTF_8);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
