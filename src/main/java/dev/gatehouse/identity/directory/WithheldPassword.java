package dev.gatehouse.identity.directory;

import dev.gatehouse.platform.crypto.Secret;
import jakarta.security.enterprise.credential.Password;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A password that is given to whoever asks during a query, on its thread, and found by nobody who takes the credential
 * apart: some servers write what they were working on into a file when a bind fails.
 */
final class WithheldPassword extends Password {
    private static final char[] NOTHING = {};

    WithheldPassword() {
        super(NOTHING);
    }

    /** What the query gives while the secret is there to be asked for. */
    static <T> T during(Secret password, Supplier<T> query) {
        Typed.NOW.set(password);
        try {
            return query.get();
        } finally {
            Typed.NOW.remove();
        }
    }

    @Override
    public char[] getValue() {
        return Optional.ofNullable(Typed.NOW.get())
                .map(password -> password.reveal().toCharArray())
                .orElse(NOTHING);
    }

    /** Apart, because what takes a credential apart looks at its class's own fields too. */
    private static final class Typed {
        static final ThreadLocal<Secret> NOW = new ThreadLocal<>();
    }
}
