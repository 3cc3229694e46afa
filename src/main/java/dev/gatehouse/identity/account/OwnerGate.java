package dev.gatehouse.identity.account;

import dev.gatehouse.identity.login.LoginSessions;
import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.identity.login.SignIns;
import dev.gatehouse.identity.login.SignedInUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/**
 * Lets people change how they sign in when they have signed in not long ago, with the second factor if there is one:
 * whoever has only the password must not get rid of what they lack.
 */
@ApplicationScoped
class OwnerGate {
    @Inject
    LoginSessions sessions;

    @Inject
    SignIns signIns;

    @Inject
    AccountPages pages;

    /** What the action answers; else the way to the sign-in, or to the second factor, and back to that local path. */
    Response pass(HttpHeaders headers, String path, Function<SignedInUser, Response> action) {
        return sessions.current(headers)
                .filter(pages::recent)
                .map(user -> signIns.lacksSecondFactor(user) ? secondFactorFirst(path) : action.apply(user))
                .orElseGet(() -> pages.signInFirst(path));
    }

    private Response secondFactorFirst(String path) {
        return pages.goOn(new ReturnTarget(new ReturnTarget(path).by(SignIns.SECOND_FACTOR_PATH)));
    }
}
