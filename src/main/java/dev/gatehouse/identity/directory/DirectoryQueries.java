package dev.gatehouse.identity.directory;

import dev.gatehouse.identity.user.PasswordPolicy;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.turn.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.naming.OperationNotSupportedException;
import javax.naming.directory.InvalidAttributeValueException;

/**
 * Asks the server's identity store, a few at a time. Stores put the name into a search filter as it is, take a name
 * that is a distinguished name for one, and an empty password for an anonymous bind; so nothing of the kind gets there.
 */
@ApplicationScoped
class DirectoryQueries {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.directory");

    /** No sign that means something in a filter (RFC 4515 §3) or in a distinguished name (RFC 4514 §2.4). */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._+'-]{1,64}@[A-Za-z0-9.-]{1,255}");

    /** Servers have a few threads for each core; most of them must stay free when the directory is slow. */
    private static final int SLOTS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** How long a directory that did not answer is left alone. */
    private static final Duration REST = Duration.ofSeconds(5);

    @Inject
    IdentityStoreHandler stores;

    @Inject
    Clock clock;

    private final Turns turns = new Turns(SLOTS, SLOTS, PATIENCE);
    private volatile Instant restsUntil = Instant.MIN;

    DirectoryAnswer ask(String account, Secret password) {
        if (!ADDRESS.matcher(account).matches() || !acceptable(password)) {
            return DirectoryAnswer.WRONG;
        }
        return rests()
                ? DirectoryAnswer.NONE
                : turns.inTurn(() -> WithheldPassword.during(password, () -> query(account)))
                        .orElse(DirectoryAnswer.NONE);
    }

    private boolean rests() {
        return clock.instant().isBefore(restsUntil);
    }

    private DirectoryAnswer query(String account) {
        if (rests()) {
            return DirectoryAnswer.NONE;
        }
        try {
            var result = stores.validate(new UsernamePasswordCredential(account, new WithheldPassword()));
            return result.getStatus() == CredentialValidationResult.Status.VALID
                    ? DirectoryAnswer.RIGHT
                    : DirectoryAnswer.WRONG;
        } catch (IllegalArgumentException e) {
            // A password that the store cannot take.
            return DirectoryAnswer.WRONG;
        } catch (RuntimeException e) {
            if (refused(e)) {
                return DirectoryAnswer.WRONG;
            }
            restsUntil = clock.instant().plus(REST);
            LOG.log(System.Logger.Level.WARNING, "event=directory_failed", e);
            return DirectoryAnswer.NONE;
        }
    }

    /** Blank counts as empty, because a store may strip it. */
    private static boolean acceptable(Secret password) {
        var text = password.reveal();
        return !text.isBlank()
                && text.length() <= PasswordPolicy.MAX_LENGTH
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** Directories that have locked somebody out answer unwillingToPerform or constraintViolation (RFC 4511 §A.2). */
    private static boolean refused(RuntimeException e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(8)
                .anyMatch(cause -> cause instanceof OperationNotSupportedException
                        || cause instanceof InvalidAttributeValueException);
    }
}
