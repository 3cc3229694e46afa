package dev.gatehouse.identity.login;

import dev.gatehouse.platform.limit.Admission;
import dev.gatehouse.platform.limit.Limit;
import dev.gatehouse.platform.limit.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Slows the guessing of passwords down without locking anybody out: what is counted is the account together with where
 * the guess comes from, and a browser in which the owner has signed in before is counted by itself. Unknown accounts
 * are counted like known ones.
 */
@ApplicationScoped
class SignInThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Limit DEVICE = new Limit("sign-in by device", 10, WINDOW);
    private static final Limit PAIR = new Limit("sign-in by account and network", 10, WINDOW);
    /** Guesses spread over many networks, from browsers that are not known for the account. */
    private static final Limit ACCOUNT = new Limit("sign-in by account", 100, Duration.ofHours(1));
    /** Generous, because a whole company may share one address. */
    private static final Limit NETWORK = new Limit("sign-in by network", 100, WINDOW);

    private record Count(Limit limit, String subject) {}

    @Inject
    Limits limits;

    /** Counts an attempt before it is made, so that many at once cannot all slip through. */
    Admission admit(SignInAttempt attempt) {
        return counts(attempt)
                .map(count -> limits.take(count.limit(), count.subject()))
                .filter(Admission.Throttled.class::isInstance)
                .findFirst()
                .orElseGet(Admission.Admitted::new);
    }

    /** The password was right: forgets the failures of this account from here, and takes back what others share. */
    void succeeded(SignInAttempt attempt) {
        var counts = counts(attempt).toList();
        limits.clear(counts.getFirst().limit(), counts.getFirst().subject());
        counts.stream().skip(1).forEach(count -> limits.giveBack(count.limit(), count.subject()));
    }

    private static Stream<Count> counts(SignInAttempt attempt) {
        return attempt.device()
                .map(device -> Stream.of(new Count(DEVICE, device)))
                .orElseGet(() -> Stream.of(
                        new Count(PAIR, attempt.account() + "\n" + attempt.network()),
                        new Count(NETWORK, attempt.network()),
                        new Count(ACCOUNT, attempt.account())));
    }
}
