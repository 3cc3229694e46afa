package dev.gatehouse.identity.totp;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.login.SignInStep;
import dev.gatehouse.identity.login.SignInThrottle;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.platform.limit.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;

/** Checks codes of apps and recovery codes, no more often than the throttle allows, and records what is refused. */
@ApplicationScoped
class SecondFactorCodes {
    @Inject
    TotpCredentials totps;

    @Inject
    RecoveryCodes recoveryCodes;

    @Inject
    SignInThrottle throttle;

    @Inject
    AuditTrail audit;

    boolean expectedOf(Person person) {
        return totps.setUpBy(person);
    }

    CodeCheck check(Person person, String code, HttpHeaders headers) {
        var attempt = throttle.attempt(SignInStep.SECOND_FACTOR, person.email(), headers);
        if (throttle.admit(attempt) instanceof Admission.Throttled(var retryAfter)) {
            refuse(person, "too many attempts");
            return new CodeCheck.Throttled(retryAfter);
        }
        if (!totps.accept(person, code.strip()) && !recovers(person, code)) {
            refuse(person, "wrong or used code");
            return new CodeCheck.Wrong();
        }
        throttle.succeeded(attempt);
        return new CodeCheck.Right();
    }

    private boolean recovers(Person person, String code) {
        boolean used = totps.setUpBy(person) && recoveryCodes.use(person, code);
        if (used) {
            audit.record(AuditEvent.done(SecondFactorAction.RECOVERY_CODE_USED, subject(person), person.email()));
        }
        return used;
    }

    private void refuse(Person person, String why) {
        audit.record(AuditEvent.refused(SecondFactorAction.CODE, subject(person), person.email(), why));
    }

    private static AuditSubject subject(Person person) {
        return AuditSubject.person(person.id(), person.email());
    }
}
