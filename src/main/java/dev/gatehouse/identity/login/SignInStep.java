package dev.gatehouse.identity.login;

import dev.gatehouse.platform.limit.Limit;
import java.time.Duration;

/** What somebody tries while signing in, and how often that may be tried. */
public enum SignInStep {
    PASSWORD(10, 100),
    /** Six digits are soon guessed, and whoever gets here knows the password. */
    SECOND_FACTOR(5, 20);

    private static final Duration WINDOW = Duration.ofMinutes(10);
    /** Generous, because a whole company may share one address. */
    private static final int MOST_PER_NETWORK = 100;

    private final int most;
    private final int mostFromAnywhere;

    SignInStep(int most, int mostFromAnywhere) {
        this.most = most;
        this.mostFromAnywhere = mostFromAnywhere;
    }

    Limit byDevice() {
        return new Limit("sign-in by device, " + this, most, WINDOW);
    }

    Limit byAccountAndNetwork() {
        return new Limit("sign-in by account and network, " + this, most, WINDOW);
    }

    Limit byNetwork() {
        return new Limit("sign-in by network, " + this, MOST_PER_NETWORK, WINDOW);
    }

    /** For each network, once the account is guessed at from many. */
    Limit byNewcomer() {
        return new Limit("sign-in by newcomer, " + this, 1, WINDOW);
    }

    /** For guesses spread over many networks, from browsers that are not known for the account. */
    Limit byAccount() {
        return new Limit("sign-in by account, " + this, mostFromAnywhere, Duration.ofHours(1));
    }
}
