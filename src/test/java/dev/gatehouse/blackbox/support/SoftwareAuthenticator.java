package dev.gatehouse.blackbox.support;

import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A passkey in software and the browser's part of it (Web Authentication §5, §6), whose every answer can be made wrong:
 * one P-256 key, attestation {@code none}.
 */
public final class SoftwareAuthenticator {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair key = keyPair();
    private final byte[] credentialId = random(32);
    private Optional<String> origin = Optional.empty();
    private String relyingParty = "localhost";
    private int flags = PRESENT | VERIFIED;
    private int count;
    private String userHandle = "";

    /** Claims to be a page of another origin. */
    public SoftwareAuthenticator at(String other) {
        origin = Optional.of(other);
        return this;
    }

    /** Answers for another relying party. */
    public SoftwareAuthenticator forRelyingParty(String other) {
        relyingParty = other;
        return this;
    }

    /** Does not ask its owner who they are. */
    public SoftwareAuthenticator unverified() {
        flags = PRESENT;
        return this;
    }

    /** Says that it has signed that often. */
    public SoftwareAuthenticator counting(int signatures) {
        count = signatures;
        return this;
    }

    /** Names somebody else as its owner. */
    public SoftwareAuthenticator naming(String userId) {
        userHandle = base64(userId.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The form of a page filled in with a new passkey. */
    public Page.Form make(Reply page) {
        userHandle = data(page, "user-handle");
        var form = form(page, "add");
        return form.fill("client_data", clientData("webauthn.create", data(page, "challenge")))
                .fill("attestation_object", base64(attestationObject()));
    }

    /** The form of a page filled in with the answer to its challenge. */
    public Page.Form answer(Reply page) {
        var clientData = clientData("webauthn.get", data(page, "challenge"));
        var authenticatorData = authenticatorData(flags, new byte[0]);
        return form(page, "use")
                .fill("credential_id", base64(credentialId))
                .fill("client_data", clientData)
                .fill("authenticator_data", base64(authenticatorData))
                .fill("signature", base64(sign(authenticatorData, clientData)))
                .fill("user_handle", userHandle);
    }

    private String clientData(String type, String challenge) {
        return base64(Json.createObjectBuilder()
                .add("type", type)
                .add("challenge", challenge)
                .add("origin", origin.orElseGet(() -> Sut.url("")))
                .add("crossOrigin", false)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8));
    }

    private byte[] authenticatorData(int withFlags, byte[] attested) {
        return ByteBuffer.allocate(37 + attested.length)
                .put(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)))
                .put((byte) withFlags)
                .putInt(count)
                .put(attested)
                .array();
    }

    /** CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}. */
    private byte[] attestationObject() {
        var attested = ByteBuffer.allocate(18 + credentialId.length + 77)
                .put(new byte[16])
                .putShort((short) credentialId.length)
                .put(credentialId)
                .put(publicKey())
                .array();
        var data = authenticatorData(flags | ATTESTED, attested);
        var cbor = new ByteArrayOutputStream();
        cbor.write(0xA3);
        text(cbor, "fmt");
        text(cbor, "none");
        text(cbor, "attStmt");
        cbor.write(0xA0);
        text(cbor, "authData");
        cbor.write(0x58);
        cbor.write(data.length);
        cbor.writeBytes(data);
        return cbor.toByteArray();
    }

    /** COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053 §7.1.1). */
    private byte[] publicKey() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return ByteBuffer.allocate(77)
                .put(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32})
                .put(fixed(point.getAffineX()))
                .put(new byte[] {0x22, 0x58, 32})
                .put(fixed(point.getAffineY()))
                .array();
    }

    private byte[] sign(byte[] authenticatorData, String clientData) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(authenticatorData);
            signature.update(sha256(Base64.getUrlDecoder().decode(clientData)));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Page.Form form(Reply page, String kind) {
        var tag = Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*data-passkey=\"" + kind + "\"")
                .matcher(page.body());
        if (!tag.find()) {
            throw new AssertionError("no passkey form in " + page.body());
        }
        return page.page().forms().stream()
                .filter(form ->
                        form.action().equals(tag.group(1)) && form.fields().containsKey("issued"))
                .findFirst()
                .orElseThrow();
    }

    private static String data(Reply page, String name) {
        var found = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no data-" + name + " in " + page.body());
        }
        return found.group(1);
    }

    private static void text(ByteArrayOutputStream cbor, String text) {
        cbor.write(0x60 + text.length());
        cbor.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] fixed(BigInteger coordinate) {
        var bytes = coordinate.toByteArray();
        var fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
