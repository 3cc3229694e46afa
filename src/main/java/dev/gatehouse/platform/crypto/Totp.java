package dev.gatehouse.platform.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) as every authenticator app makes them: HMAC-SHA-1, six digits, a new one
 * every 30 seconds.
 */
public final class Totp {
    private static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20;
    private static final long STEP_SECONDS = 30;
    /** How far a phone's clock may be off, in steps, each way (RFC 6238 §5.2). */
    private static final long DRIFT = 1;

    private Totp() {}

    /** A new secret of 160 bits (RFC 4226 §4), in the Base32 that apps take. */
    public static Secret secret() {
        return new Secret(Base32.encode(Randomness.bytes(SECRET_BYTES)));
    }

    /** The time step, one each way of now at most, of which this is the code; empty for any other text. */
    public static OptionalLong stepOf(String code, Secret secret, Instant now) {
        var key = Base32.decode(secret.reveal());
        long current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
                .filter(step -> Digests.equal(code(key, step, DIGITS), code))
                .max();
    }

    /** The code of a time step (RFC 4226 §5.3). */
    static String code(byte[] key, long step, int digits) {
        var hash = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xF;
        int binary = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
        return ("%0" + digits + "d").formatted(binary % (long) Math.pow(10, digits));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
