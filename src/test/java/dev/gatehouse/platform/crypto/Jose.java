package dev.gatehouse.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Base64;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;

/** Signatures made and keys read by another library than the one under test. */
final class Jose {
    private Jose() {}

    /** The ES256 signature (RFC 7518 §3.4) of whatever stands before the last dot, right or wrong. */
    static String es256(JwsKey key, String signed) throws Exception {
        var jwk = (EllipticCurveJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(key.privateJwk());
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(jwk.getPrivateKey());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    /** The public key as a stranger reads it from the JWKS document. */
    static PublicJsonWebKey read(JwsKey key) throws Exception {
        return (PublicJsonWebKey) JsonWebKey.Factory.newJwk(key.publicJwk());
    }
}
