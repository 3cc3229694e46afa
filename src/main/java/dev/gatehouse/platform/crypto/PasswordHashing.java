package dev.gatehouse.platform.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * Argon2id for human passwords, a few at a time: each takes 19 MiB, so a wave of sign-ins must queue instead of filling
 * the heap.
 */
@ApplicationScoped
public class PasswordHashing {
    /** A hash of nothing anybody knows, so that an unknown person takes as long as a known one. */
    private static final String DECOY = Argon2id.hash(Secret.random());

    private final Semaphore slots =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

    /** The password's hash as a PHC string. */
    public String hash(Secret password) {
        slots.acquireUninterruptibly();
        try {
            return Argon2id.hash(password);
        } finally {
            slots.release();
        }
    }

    /** Whether the password is the one behind a PHC string. */
    public boolean verify(Secret password, String phc) {
        slots.acquireUninterruptibly();
        try {
            return Argon2id.verify(password, phc);
        } finally {
            slots.release();
        }
    }

    /** Takes as long as {@link #verify} and is never right. */
    public boolean verifyNobody(Secret password) {
        verify(password, DECOY);
        return false;
    }
}
