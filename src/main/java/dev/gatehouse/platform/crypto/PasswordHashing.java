package dev.gatehouse.platform.crypto;

import dev.gatehouse.platform.turn.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Argon2id for human passwords, a few at a time: each takes 19 MiB and a whole core, so a wave of sign-ins queues, and
 * beyond a short queue is refused, instead of filling the heap and taking the threads of everything else.
 */
@ApplicationScoped
public class PasswordHashing {
    /** A hash of nothing anybody knows, so that an unknown person takes as long as a known one. */
    private static final String DECOY = Argon2id.hash(Secret.random());

    private static final int WAITING_PER_SLOT = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Turns turns;

    /** Half of the cores at most, so that the other half serves tokens. */
    PasswordHashing() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    PasswordHashing(int slots) {
        this.turns = new Turns(slots, slots * WAITING_PER_SLOT, PATIENCE);
    }

    /** The password's hash as a PHC string. */
    public String hash(Secret password) {
        return inTurn(() -> Argon2id.hash(password));
    }

    /** Whether the password is the one behind a PHC string. */
    public boolean verify(Secret password, String phc) {
        return inTurn(() -> Argon2id.verify(password, phc));
    }

    /** Takes as long as {@link #verify} and is never right. */
    public boolean verifyNobody(Secret password) {
        verify(password, DECOY);
        return false;
    }

    private <T> T inTurn(Supplier<T> work) {
        return turns.inTurn(work).orElseThrow(PasswordHashingBusyException::new);
    }
}
