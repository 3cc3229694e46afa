package dev.gatehouse.identity.apikey;

import dev.gatehouse.platform.crypto.Checksum;
import dev.gatehouse.platform.crypto.Randomness;
import dev.gatehouse.platform.crypto.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of an API key, {@code ghk_<lookup id>_<secret><checksum>}: recognisable, findable by its id, and checkable
 * without the database.
 */
public record ApiKeyFormat(String lookupId, Secret whole) {
    /** What every API key begins with. */
    public static final String PREFIX = "ghk_";

    private static final int LOOKUP_LENGTH = 12;
    private static final int SECRET_LENGTH = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9A-Za-z]{" + LOOKUP_LENGTH + "})_[0-9A-Za-z]{"
            + SECRET_LENGTH + "}([0-9A-Za-z]{" + Checksum.LENGTH + "})");

    /** A new key. */
    public static ApiKeyFormat generate() {
        var lookupId = Randomness.alphanumeric(LOOKUP_LENGTH);
        var body = PREFIX + lookupId + "_" + Randomness.alphanumeric(SECRET_LENGTH);
        return new ApiKeyFormat(lookupId, new Secret(body + Checksum.of(body)));
    }

    /** The parts of a presented key; empty when it cannot be one of ours. */
    public static Optional<ApiKeyFormat> parse(Secret presented) {
        var text = presented.reveal();
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var body = text.substring(0, text.length() - Checksum.LENGTH);
        return Checksum.of(body).equals(form.group(2))
                ? Optional.of(new ApiKeyFormat(form.group(1), presented))
                : Optional.empty();
    }
}
