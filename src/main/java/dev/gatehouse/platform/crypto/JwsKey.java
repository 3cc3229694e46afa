package dev.gatehouse.platform.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A key that signs and verifies by one algorithm: P-256 for ES256, RSA of 2,048 bits or more for RS256. */
public final class JwsKey {
    private static final int RSA_BITS = 2_048;
    private static final Provider FAST = new BouncyCastleProvider();

    private final SigningAlgorithm algorithm;
    private final JWK key;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    private JwsKey(SigningAlgorithm algorithm, JWK key, JWSSigner signer) throws JOSEException {
        this.algorithm = algorithm;
        this.key = key;
        this.signer = signer;
        this.verifier = switch (algorithm) {
            case ES256 -> new ECDSAVerifier(key.toECKey().toPublicJWK());
            case RS256 -> new RSASSAVerifier(key.toRSAKey().toPublicJWK());
        };
    }

    /** A new key; its id is its RFC 7638 thumbprint. */
    public static JwsKey generate(SigningAlgorithm algorithm) {
        try {
            return of(
                    switch (algorithm) {
                        case ES256 ->
                            new ECKeyGenerator(Curve.P_256)
                                    .keyUse(KeyUse.SIGNATURE)
                                    .algorithm(algorithm.jws())
                                    .keyIDFromThumbprint(true)
                                    .generate();
                        case RS256 ->
                            new RSAKeyGenerator(RSA_BITS)
                                    .keyUse(KeyUse.SIGNATURE)
                                    .algorithm(algorithm.jws())
                                    .keyIDFromThumbprint(true)
                                    .generate();
                    });
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of a private JWK (RFC 7517) as {@link #privateJwk()} writes it. */
    public static JwsKey parse(String privateJwk) {
        try {
            return of(JWK.parse(privateJwk));
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("not a signing key", e);
        }
    }

    private static JwsKey of(JWK key) throws JOSEException {
        return switch (key) {
            case ECKey ec -> new JwsKey(SigningAlgorithm.ES256, ec, signer(ec.toECPrivateKey()));
            case RSAKey rsa -> new JwsKey(SigningAlgorithm.RS256, rsa, new RSASSASigner(rsa));
            default -> throw new JOSEException("neither an EC nor an RSA key");
        };
    }

    /** Bouncy Castle signs a third faster on this curve than the JDK, but only with a key of its own making. */
    private static JWSSigner signer(PrivateKey key) throws JOSEException {
        try {
            var own = KeyFactory.getInstance("EC", FAST).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
            var signer = new ECDSASigner(own, Curve.P_256);
            signer.getJCAContext().setProvider(FAST);
            return signer;
        } catch (GeneralSecurityException e) {
            throw new JOSEException(e.getMessage(), e);
        }
    }

    /**
     * A key whose private half stays where it is: only its provider can sign with it; null is any. Other curves than
     * P-256 and short RSA keys are refused.
     */
    static JwsKey held(KeyPair pair, Provider provider) throws JOSEException {
        return switch (pair.getPublic()) {
            case ECPublicKey key -> ec(key, pair.getPrivate(), provider);
            case RSAPublicKey key -> rsa(key, pair.getPrivate(), provider);
            default -> throw new JOSEException("neither an EC nor an RSA key");
        };
    }

    private static JwsKey ec(ECPublicKey key, PrivateKey held, Provider provider) throws JOSEException {
        if (!Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))) {
            throw new JOSEException("its curve is not P-256");
        }
        var signer = new ECDSASigner(held, Curve.P_256);
        signer.getJCAContext().setProvider(provider);
        var jwk = new ECKey.Builder(Curve.P_256, key)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(SigningAlgorithm.ES256.jws())
                .keyIDFromThumbprint();
        return new JwsKey(SigningAlgorithm.ES256, jwk.build(), signer);
    }

    private static JwsKey rsa(RSAPublicKey key, PrivateKey held, Provider provider) throws JOSEException {
        if (key.getModulus().bitLength() < RSA_BITS) {
            throw new JOSEException("it has less than " + RSA_BITS + " bits");
        }
        var signer = new RSASSASigner(held);
        signer.getJCAContext().setProvider(provider);
        var jwk = new RSAKey.Builder(key)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(SigningAlgorithm.RS256.jws())
                .keyIDFromThumbprint();
        return new JwsKey(SigningAlgorithm.RS256, jwk.build(), signer);
    }

    /** The key id, which goes into the header of what it signs. */
    public String id() {
        return key.getKeyID();
    }

    /** The one algorithm that it signs and verifies by. */
    public SigningAlgorithm algorithm() {
        return algorithm;
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
        var header = new JWSHeader.Builder(algorithm.jws())
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

    /** By its own algorithm only, whatever the header says (RFC 8725 §3.1). */
    boolean verifies(JWSObject jws) {
        try {
            return algorithm.jws().equals(jws.getHeader().getAlgorithm()) && jws.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }
}
