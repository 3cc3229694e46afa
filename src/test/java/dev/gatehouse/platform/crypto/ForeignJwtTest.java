package dev.gatehouse.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignJwtTest {
    /** The proof of RFC 9449 §4.1. */
    private static final String PROOF =
            "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0V"
                + "jNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VER"
                + "WclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0d"
                + "SI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0"
                + "A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";

    private static final ECKey EC = generate(new ECKeyGenerator(Curve.P_256).keyID("ec"));

    private interface Generation<K> {
        K key() throws Exception;
    }

    private static ECKey generate(JWKGenerator<ECKey> generator) {
        return sure(generator::generate);
    }

    private static <K> K sure(Generation<K> generation) {
        try {
            return generation.key();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JWSHeader header, JWK key, String payload) {
        return sure(() -> {
            var jws = new JWSObject(header, new Payload(payload));
            jws.sign(
                    switch (key) {
                        case ECKey ec -> new ECDSASigner(ec);
                        case OctetSequenceKey secret -> new MACSigner(secret);
                        default -> new RSASSASigner(key.toRSAKey());
                    });
            return jws.serialize();
        });
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm);
    }

    private static VerificationKeys keys(JWK... keys) {
        return VerificationKeys.parse(new JWKSet(List.of(keys)).toString()).orElseThrow();
    }

    @Test
    void reads_the_proof_of_the_rfc() {
        var proof = ForeignJwt.parse(PROOF).orElseThrow();

        assertThat(proof.type()).isEqualTo("dpop+jwt");
        assertThat(proof.claims().string("htu")).contains("https://server.example.com/token");
        assertThat(proof.claims().instant("iat")).contains(Instant.ofEpochSecond(1_562_262_616));
        assertThat(proof.thumbprintOfOwnKey()).contains("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
    }

    @Test
    void trusts_no_key_in_the_header_that_did_not_sign() {
        var other = header(JWSAlgorithm.ES256)
                .jwk(generate(new ECKeyGenerator(Curve.P_256)).toPublicJWK())
                .build();

        assertThat(ForeignJwt.parse(sign(other, EC, "{}")).orElseThrow().thumbprintOfOwnKey())
                .isEmpty();
    }

    @Test
    void verifies_by_the_key_of_the_id() {
        var jwt = ForeignJwt.parse(sign(header(JWSAlgorithm.ES256).keyID("ec").build(), EC, "{}"))
                .orElseThrow();

        assertThat(jwt.signedBy(keys(EC.toPublicJWK()))).isTrue();
        assertThat(jwt.signedBy(keys(
                        generate(new ECKeyGenerator(Curve.P_256).keyID("ec")).toPublicJWK())))
                .isFalse();
        assertThat(jwt.signedBy(
                        keys(new ECKey.Builder(EC.toPublicJWK()).keyID("other").build())))
                .isFalse();
    }

    @Test
    void verifies_by_any_key_without_an_id() {
        var jwt = ForeignJwt.parse(sign(header(JWSAlgorithm.ES256).build(), EC, "{}"))
                .orElseThrow();

        assertThat(jwt.signedBy(keys(generate(new ECKeyGenerator(Curve.P_256)).toPublicJWK(), EC.toPublicJWK())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void verifies_rsa(String algorithm) {
        var rsa = sure(() -> new RSAKeyGenerator(2048).keyID("rsa").generate());
        var jwt = ForeignJwt.parse(sign(header(JWSAlgorithm.parse(algorithm)).build(), rsa, "{}"))
                .orElseThrow();

        assertThat(jwt.signedBy(keys(rsa.toPublicJWK()))).isTrue();
        assertThat(jwt.signedBy(keys(EC.toPublicJWK()))).isFalse();
    }

    @Test
    void verifies_by_no_weak_rsa_key() {
        var weak = sure(() -> new RSAKeyGenerator(1024, true).generate());

        assertThat(keys(weak.toPublicJWK()).verifiers(JWSAlgorithm.RS256, Optional.empty()))
                .isEmpty();
        assertThat(keys(EC.toPublicJWK()).verifiers(JWSAlgorithm.ES256, Optional.empty()))
                .hasSize(1);
    }

    @Test
    void reads_no_symmetric_signature() {
        var secret = sure(() -> new OctetSequenceKeyGenerator(256).generate());

        assertThat(ForeignJwt.parse(sign(header(JWSAlgorithm.HS256).build(), secret, "{}")))
                .isEmpty();
    }

    @Test
    void reads_no_critical_extensions_and_no_detached_payload() {
        var critical = header(JWSAlgorithm.ES256)
                .criticalParams(Set.of("b64"))
                .base64URLEncodePayload(false)
                .build();

        assertThat(ForeignJwt.parse(sign(critical, EC, "{}"))).isEmpty();
    }

    /** Whoever takes such a count seriously hashes for hours. */
    @ParameterizedTest
    @ValueSource(strings = {"AAAA.AAAA.AAAA.AAAA", "e30.AAAA"})
    void reads_nothing_that_a_password_of_two_thousand_million_rounds_would_open(String rest) {
        var header = Base64URL.encode(
                "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2s\":\"AAAAAAAAAAA\"," + "\"p2c\":2147483647}");

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(ForeignJwt.parse(header + "." + rest)).isEmpty());
    }

    @Test
    void reads_no_signed_jwt_inside_an_encrypted_one() {
        var signed = sign(header(JWSAlgorithm.ES256).keyID("ec").build(), EC, "{}");
        var encrypted = sure(() -> {
            var jwe = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM)
                            .contentType("JWT")
                            .compressionAlgorithm(CompressionAlgorithm.DEF)
                            .build(),
                    new Payload(signed));
            jwe.encrypt(new ECDHEncrypter(EC.toECPublicKey()));
            return jwe.serialize();
        });

        assertThat(ForeignJwt.parse(signed)).isPresent();
        assertThat(ForeignJwt.parse(encrypted)).isEmpty();
    }

    @Test
    void inflates_nothing() {
        var deflated = sure(() -> {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION, true))) {
                out.write("{}".getBytes(StandardCharsets.US_ASCII));
            }
            return bytes.toByteArray();
        });
        var zip = header(JWSAlgorithm.ES256).customParam("zip", "DEF").build();
        var jwt = sure(() -> {
            var jws = new JWSObject(zip, new Payload(deflated));
            jws.sign(new ECDSASigner(EC));
            return jws.serialize();
        });

        assertThat(ForeignJwt.parse(jwt)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "a.b.c.d.e"})
    void reads_nothing_that_is_no_jws(String text) {
        assertThat(ForeignJwt.parse(text)).isEmpty();
    }

    @Test
    void reads_nothing_huge() {
        assertThat(ForeignJwt.parse("e30.".repeat(5_000))).isEmpty();
    }

    @Test
    void takes_no_set_with_a_private_or_symmetric_key() {
        assertThat(VerificationKeys.parse(new JWKSet(EC).toString(false))).isEmpty();
        assertThat(VerificationKeys.parse("{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}"))
                .isEmpty();
        assertThat(VerificationKeys.parse("{}")).isEmpty();
        assertThat(VerificationKeys.parse("no json")).isEmpty();
    }

    @Test
    void reads_claims_only_in_their_types() {
        var claims = new JwtClaims(
                Map.of("sub", 7, "exp", "soon", "iss", "", "email_verified", "true", "aud", List.of("a", "b")));

        assertThat(claims.string("sub")).isEqualTo(Optional.empty());
        assertThat(claims.string("iss")).isEmpty();
        assertThat(claims.instant("exp")).isEmpty();
        assertThat(claims.isTrue("email_verified")).isFalse();
        assertThat(claims.audiences()).containsExactly("a", "b");
        assertThat(new JwtClaims(Map.of("aud", "one")).audiences()).containsExactly("one");
        assertThat(new JwtClaims(Map.of()).audiences()).isEmpty();
        assertThat(new JwtClaims(Map.of("exp", 1e30)).instant("exp")).isEmpty();
    }
}
