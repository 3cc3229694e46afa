package dev.gatehouse.identity.login;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.crypto.Secret;
import dev.gatehouse.platform.limit.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

/** Checks a password against its account, no more often than the throttle allows, and records what is refused. */
@ApplicationScoped
public class Passwords {
    @Inject
    Users users;

    @Inject
    @Any
    Instance<PasswordAuthority> authorities;

    @Inject
    SignInThrottle throttle;

    @Inject
    AuditTrail audit;

    /** Tries a password for the account of an e-mail address, in the browser that sent these headers. */
    public PasswordCheck check(String email, Secret password, HttpHeaders headers) {
        var attempt = throttle.attempt(SignInStep.PASSWORD, email, headers);
        return switch (throttle.admit(attempt)) {
            case Admission.Admitted admitted -> record(attempt, email, judge(email, password));
            case Admission.Throttled(var retryAfter) -> record(attempt, email, new PasswordCheck.Throttled(retryAfter));
        };
    }

    /** Others are asked about every password that is not right here, so that nobody learns where whose is kept. */
    private PasswordCheck judge(String email, Secret password) {
        return users.authenticate(email, password)
                .<PasswordCheck>map(PasswordCheck.Right::new)
                .orElseGet(() -> authorities.stream()
                        .map(authority -> authority.check(Users.account(email), password))
                        .filter(check -> !(check instanceof PasswordCheck.Wrong))
                        .findFirst()
                        .orElseGet(PasswordCheck.Wrong::new));
    }

    private PasswordCheck record(SignInAttempt attempt, String email, PasswordCheck check) {
        switch (check) {
            case PasswordCheck.Right right -> throttle.succeeded(attempt);
            case PasswordCheck.Wrong wrong -> refuse(email, "unknown address, wrong password or inactive");
            case PasswordCheck.Unavailable unavailable -> refuse(email, "wrong here, and the directory did not answer");
            case PasswordCheck.Throttled throttled -> refuse(email, "too many attempts");
        }
        return check;
    }

    private void refuse(String email, String why) {
        audit.record(AuditEvent.refused(LoginAction.SIGN_IN, AuditSubject.claimed(email), email, why));
    }
}
