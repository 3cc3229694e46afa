package dev.gatehouse.identity.login;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.limit.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Checks a password against its account, no more often than the throttle allows, and records what is refused. */
@ApplicationScoped
public class Passwords {
    @Inject
    Users users;

    @Inject
    SignInThrottle throttle;

    @Inject
    AuditTrail audit;

    /** Tries a password for the account of an e-mail address, in the browser that sent these headers. */
    public PasswordCheck check(String email, Secret password, HttpHeaders headers) {
        var attempt = throttle.attempt(SignInStep.PASSWORD, email, headers);
        return switch (throttle.admit(attempt)) {
            case Admission.Admitted admitted -> judge(attempt, users.authenticate(email, password), email);
            case Admission.Throttled(var retryAfter) -> {
                refuse(email, "too many attempts");
                yield new PasswordCheck.Throttled(retryAfter);
            }
        };
    }

    private PasswordCheck judge(SignInAttempt attempt, Optional<Person> person, String email) {
        if (person.isEmpty()) {
            refuse(email, "unknown address, wrong password or inactive");
            return new PasswordCheck.Wrong();
        }
        throttle.succeeded(attempt);
        return new PasswordCheck.Right(person.get());
    }

    private void refuse(String email, String why) {
        audit.record(AuditEvent.refused(LoginAction.SIGN_IN, AuditSubject.claimed(email), email, why));
    }
}
