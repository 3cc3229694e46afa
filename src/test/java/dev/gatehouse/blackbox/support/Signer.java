package dev.gatehouse.blackbox.support;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody with a key of their own, who signs assertions and proofs with it. */
public final class Signer {
    private final ECKey key;

    private Signer(ECKey key) {
        this.key = key;
    }

    /** Somebody with a new key. */
    public static Signer create() {
        try {
            return new Signer(new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as a JWK set. */
    public JsonObject jwks() {
        return json(new JWKSet(key.toPublicJWK()).toString());
    }

    /** The key as a JWK set with its private half, which nobody should publish. */
    public JsonObject privateJwks() {
        return json(new JWKSet(key).toString(false));
    }

    /** The thumbprint of the key (RFC 7638). */
    public String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signed JWT of that type. */
    public String jwt(String type, Map<String, Object> claims) {
        return sign(header(type).keyID(key.getKeyID()).build(), claims);
    }

    /** The claims of an assertion by which a client authenticates, good for a minute. */
    public static Map<String, Object> clientClaims(String clientId, String audience) {
        var claims = new HashMap<String, Object>();
        claims.put("iss", clientId);
        claims.put("sub", clientId);
        claims.put("aud", audience);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("exp", Instant.now().getEpochSecond() + 60);
        return claims;
    }

    /** The claims of a proof of possession for a request (RFC 9449 §4.2). */
    public static Map<String, Object> proofClaims(String method, String url) {
        var claims = new HashMap<String, Object>();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", method);
        claims.put("htu", url);
        claims.put("iat", Instant.now().getEpochSecond());
        return claims;
    }

    /** A proof of possession with those claims. */
    public String proof(Map<String, Object> claims) {
        return sign(header("dpop+jwt").jwk(key.toPublicJWK()).build(), claims);
    }

    /** A proof of possession for a token request. */
    public String tokenProof() {
        return proof(proofClaims("POST", Sut.url("/oauth/token")));
    }

    /** A proof of possession for a message to the MCP endpoint with an access token. */
    public String mcpProof(String accessToken) {
        var claims = proofClaims("POST", Sut.url("/mcp"));
        claims.put("ath", hash(accessToken));
        return proof(claims);
    }

    /** The {@code ath} of an access token (RFC 9449 §4.2). */
    public static String hash(String accessToken) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JWT inside one that is encrypted (RFC 7516), and compressed, for the server's own published EC key. */
    public static String encrypted(String jwt) {
        try {
            var key = JWKSet.parse(Http.get("/oauth/jwks").send().body()).getKeys().stream()
                    .filter(ECKey.class::isInstance)
                    .findFirst()
                    .orElseThrow()
                    .toECKey();
            var jwe = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM)
                            .contentType("JWT")
                            .compressionAlgorithm(CompressionAlgorithm.DEF)
                            .keyID(key.getKeyID())
                            .build(),
                    new Payload(jwt));
            jwe.encrypt(new ECDHEncrypter(key.toECPublicKey()));
            return jwe.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSHeader.Builder header(String type) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(type));
    }

    private String sign(JWSHeader header, Map<String, Object> claims) {
        try {
            var jws = new JWSObject(header, new Payload(claims));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
