package dev.gatehouse.platform.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.Map;

/** A P-256 key that signs and verifies ES256 (RFC 7518 §3.4). */
public final class EcSigningKey {
    private final ECKey key;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    private EcSigningKey(ECKey key) throws JOSEException {
        this.key = key;
        this.signer = new ECDSASigner(key);
        this.verifier = new ECDSAVerifier(key.toPublicJWK());
    }

    /** A new key; its id is its RFC 7638 thumbprint. */
    public static EcSigningKey generate() {
        try {
            return new EcSigningKey(new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of a private JWK (RFC 7517) as {@link #privateJwk()} writes it. */
    public static EcSigningKey parse(String privateJwk) {
        try {
            return new EcSigningKey(ECKey.parse(privateJwk));
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("not a signing key", e);
        }
    }

    /** The key id, which goes into the header of what it signs. */
    public String id() {
        return key.getKeyID();
    }

    /** The whole key as a JWK, to be encrypted before it is stored. */
    public String privateJwk() {
        return key.toJSONString();
    }

    /** The public half as a JWK for the JWKS document. */
    public Map<String, Object> publicJwk() {
        return key.toPublicJWK().toJSONObject();
    }

    /** A compact JWS of the claims with an explicit type (RFC 8725 §3.11). */
    public String sign(String type, Map<String, Object> claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(id())
                .build();
        var jws = new JWSObject(header, new Payload(claims));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jws.serialize();
    }

    boolean verifies(JWSObject jws) {
        try {
            return jws.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }
}
