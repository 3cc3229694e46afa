package dev.gatehouse.blackbox.support;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app of a person: reads the key from the page that shows it, and makes codes (RFC 6238). */
public final class AuthenticatorApp {
    private static final Pattern KEY = Pattern.compile("Key: <code>([A-Z2-7 ]+)</code>");
    private static final Pattern CODE = Pattern.compile("<li><code>([^<]+)</code></li>");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final String key;

    private AuthenticatorApp(String key) {
        this.key = key;
    }

    /** Reads the key that a page shows. */
    public static AuthenticatorApp reading(Reply page) {
        var shown = KEY.matcher(page.body());
        if (!shown.find()) {
            throw new AssertionError("no key in " + page.body());
        }
        return new AuthenticatorApp(shown.group(1).replace(" ", ""));
    }

    /** The one that whoever is signed in there sets up, by the code of the step before this. */
    public static AuthenticatorApp setUpIn(Browser browser) {
        var page = browser.submit(browser.open("/account/security").page().formTo("/account/security/totp/begin"));
        var app = reading(page);
        browser.submit(page.page().form().fill("code", app.code(-1)));
        return app;
    }

    /** The recovery codes that a page shows. */
    public static List<String> recoveryCodes(Reply page) {
        return CODE.matcher(page.body()).results().map(code -> code.group(1)).toList();
    }

    /** The key as it was shown, without spaces. */
    public String key() {
        return key;
    }

    /** The code of now, or of that many steps of 30 seconds from now. */
    public String code(int steps) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / 30 + steps;
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int binary = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(binary % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes() {
        var number = key.chars()
                .mapToObj(digit -> BigInteger.valueOf(ALPHABET.indexOf(digit)))
                .reduce(BigInteger.ZERO, (all, digit) -> all.shiftLeft(5).add(digit));
        var bytes = new ByteArrayOutputStream();
        for (int i = key.length() * 5 / 8 - 1; i >= 0; i--) {
            bytes.write(number.shiftRight(8 * i).intValue() & 0xFF);
        }
        return bytes.toByteArray();
    }
}
