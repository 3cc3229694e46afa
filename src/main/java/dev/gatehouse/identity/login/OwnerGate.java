package dev.gatehouse.identity.login;

import dev.gatehouse.platform.page.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/**
 * Lets people change how they sign in when they have signed in not long ago, with the second factor if there is one:
 * whoever has only the password, or only a session, must not get rid of what they lack.
 */
@ApplicationScoped
public class OwnerGate {
    private static final Duration RECENT = Duration.ofMinutes(10);

    @Inject
    LoginSessions sessions;

    @Inject
    SignIns signIns;

    @Inject
    Redirects redirects;

    @Inject
    Clock clock;

    /** What the action answers; else the way to the sign-in, or to the second factor, and back to that place. */
    public Response pass(HttpHeaders headers, ReturnTarget here, Function<SignedInUser, Response> action) {
        return sessions.current(headers)
                .filter(this::recent)
                .map(user -> withSecondFactor(user, here, action))
                .orElseGet(() -> signIns.startOver(here));
    }

    /** The same for an action that asks for the password itself, however long ago the person has signed in. */
    public Response passByPassword(HttpHeaders headers, ReturnTarget here, Function<SignedInUser, Response> action) {
        return sessions.current(headers)
                .map(user -> withSecondFactor(user, here, action))
                .orElseGet(() -> signIns.startOver(here));
    }

    private Response withSecondFactor(SignedInUser user, ReturnTarget here, Function<SignedInUser, Response> action) {
        return signIns.lacksSecondFactor(user)
                ? redirects.toPath(here.by(SignIns.SECOND_FACTOR_PATH))
                : action.apply(user);
    }

    private boolean recent(SignedInUser user) {
        return user.authenticatedAt().plus(RECENT).isAfter(clock.instant());
    }
}
