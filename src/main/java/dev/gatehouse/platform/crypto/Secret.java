package dev.gatehouse.platform.crypto;

/**
 * A plain secret for the short time that it must be known: never printed, compared by hash in constant time, stored
 * only as {@link #hash()}.
 */
public final class Secret {
    private static final int RANDOM_BYTES = 32;
    private final String value;

    /** Wraps what a caller presented or what is about to be handed out. */
    public Secret(String value) {
        this.value = value;
    }

    /** A new secret of 256 random bits in base64url (43 characters). */
    public static Secret random() {
        return new Secret(Randomness.base64Url(RANDOM_BYTES));
    }

    /** A new secret of 256 random bits behind a prefix by which people and scanners recognise its kind. */
    public static Secret random(String prefix) {
        return new Secret(prefix + Randomness.base64Url(RANDOM_BYTES));
    }

    /** The secret itself, to be sent to its owner and nowhere else. */
    public String reveal() {
        return value;
    }

    /** How many characters it has. */
    public int length() {
        return value.length();
    }

    /**
     * SHA-256 in base64url: what the database keeps. Enough for high entropy, where a slow hash would protect nothing.
     */
    public String hash() {
        return Digests.sha256(value);
    }

    /** Whether this is the secret of which the hash is kept; takes the same time wherever they differ. */
    public boolean matches(String hash) {
        return Digests.equal(hash(), hash);
    }

    /** The secret that follows from this one and a salt: the same for whoever presents the same secret. */
    public Secret derive(String prefix, String salt) {
        return new Secret(prefix + Digests.hmacSha256(value, salt));
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
