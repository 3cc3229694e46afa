package dev.gatehouse.identity.login;

import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.http.RequestInfo;
import dev.gatehouse.platform.limit.Admission;
import dev.gatehouse.platform.limit.Limit;
import dev.gatehouse.platform.limit.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.stream.Stream;

/**
 * Slows guessing down without locking anybody out: what is counted is the account together with where the guess comes
 * from, and a browser in which the owner has signed in before is counted by itself. Unknown accounts are counted like
 * known ones.
 */
@ApplicationScoped
public class SignInThrottle {
    private record Count(Limit limit, String subject) {}

    @Inject
    Limits limits;

    @Inject
    KnownDevices devices;

    @Inject
    RequestInfo request;

    /** The try of the request at hand, which sent these headers. */
    public SignInAttempt attempt(SignInStep step, String email, HttpHeaders headers) {
        var account = Users.account(email);
        return new SignInAttempt(step, account, request.network(), devices.of(account, headers));
    }

    /** Counts an attempt before it is made, so that many at once cannot all slip through. */
    public Admission admit(SignInAttempt attempt) {
        var own = take(counts(attempt));
        return own instanceof Admission.Admitted && attempt.device().isEmpty() ? amongAll(attempt) : own;
    }

    /** Guesses from everywhere leave each network one try, so that the owner has one wherever they are. */
    private Admission amongAll(SignInAttempt attempt) {
        var all = take(Stream.of(everybodys(attempt)));
        return all instanceof Admission.Admitted
                ? all
                : take(Stream.of(new Count(attempt.step().byNewcomer(), network(attempt))));
    }

    private Admission take(Stream<Count> counts) {
        return counts.map(count -> limits.take(count.limit(), count.subject()))
                .filter(Admission.Throttled.class::isInstance)
                .findFirst()
                .orElseGet(Admission.Admitted::new);
    }

    /** It was right: forgets the failures of this account from here, and takes back what others share. */
    public void succeeded(SignInAttempt attempt) {
        var counts = counts(attempt).toList();
        limits.clear(counts.getFirst().limit(), counts.getFirst().subject());
        counts.stream().skip(1).forEach(count -> limits.giveBack(count.limit(), count.subject()));
        if (attempt.device().isEmpty()) {
            limits.giveBack(everybodys(attempt).limit(), everybodys(attempt).subject());
            limits.clear(attempt.step().byNewcomer(), network(attempt));
        }
    }

    private static Stream<Count> counts(SignInAttempt attempt) {
        var step = attempt.step();
        return attempt.device()
                .map(device -> Stream.of(new Count(step.byDevice(), device)))
                .orElseGet(() -> Stream.of(
                        new Count(step.byAccountAndNetwork(), network(attempt)),
                        new Count(step.byNetwork(), attempt.network())));
    }

    private static Count everybodys(SignInAttempt attempt) {
        return new Count(attempt.step().byAccount(), attempt.account());
    }

    private static String network(SignInAttempt attempt) {
        return attempt.account() + "\n" + attempt.network();
    }
}
