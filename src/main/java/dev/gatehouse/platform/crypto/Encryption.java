package dev.gatehouse.platform.crypto;

import dev.gatehouse.platform.config.ConfigReader;
import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.DeploymentSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM for what must be stored and read again; the context binds a ciphertext to its row. */
@ApplicationScoped
public class Encryption {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    @Inject
    ConfigReader config;

    @Inject
    DeploymentSettings deployment;

    private SecretKeySpec key;

    @PostConstruct
    void readKey() {
        var encoded = config.read(CryptoSettings.class).encryptionKey().or(this::developmentKey);
        key = new SecretKeySpec(
                decode(encoded.orElseThrow(() -> new ConfigurationException(
                        "Set gatehouse.crypto.encryption-key to 32 random bytes in base64 (for example from 'openssl"
                                + " rand -base64 32'); only a loopback gatehouse.public-url may do without."))),
                "AES");
    }

    /** On one's own machine there is nobody to protect the keys from; a published key keeps the one code path. */
    private Optional<String> developmentKey() {
        return deployment.loopback()
                ? Optional.of(Base64.getEncoder()
                        .encodeToString("gatehouse-development-key-only!!".getBytes(StandardCharsets.US_ASCII)))
                : Optional.empty();
    }

    private static byte[] decode(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Told below, without the value.
        }
        throw new ConfigurationException(
                "Change gatehouse.crypto.encryption-key: it must be exactly 32 bytes in base64.");
    }

    /** Fails when the configured key cannot be used. */
    public void check() {
        open(seal("", "check"), "check");
    }

    /** Encrypts a text for one context, such as a table and a row id. */
    public String seal(String plain, String context) {
        var nonce = Randomness.bytes(NONCE_BYTES);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context, plain.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /**
     * Decrypts what {@link #seal} made for the same context; anything else means that the configured key is not the one
     * in use.
     */
    public String open(String sealed, String context) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        var nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, context, rest), StandardCharsets.UTF_8);
    }

    /** Decrypts what a stranger sent back; empty when it is not what {@link #seal} made for that context. */
    public Optional<String> openIfGenuine(String presented, String context) {
        try {
            return Optional.of(open(presented, context));
        } catch (ConfigurationException | IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private byte[] cipher(int mode, byte[] nonce, String context, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "Change gatehouse.crypto.encryption-key back to the key that this database was written with: "
                            + context + " cannot be decrypted.");
        }
    }
}
