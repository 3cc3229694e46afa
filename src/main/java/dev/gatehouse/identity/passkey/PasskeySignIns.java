package dev.gatehouse.identity.passkey;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Tells who holds the passkey that answered; everybody else is told the same, whatever was wrong. */
@ApplicationScoped
class PasskeySignIns {
    static final String PURPOSE = "sign-in";

    @Inject
    Passkeys passkeys;

    @Inject
    PasskeyChallenges challenges;

    @Inject
    PasskeyVerification verification;

    @Inject
    Users users;

    @Inject
    AuditTrail audit;

    Optional<Person> person(Parameters form, HttpHeaders headers) {
        var person = challenges
                .answered(headers, PURPOSE, form)
                .flatMap(challenge -> passkeys.byCredentialId(form.text("credential_id"))
                        .filter(passkey -> used(form, challenge, passkey)))
                .flatMap(passkey -> users.byId(passkey.userId()));
        if (person.isEmpty()) {
            audit.record(AuditEvent.refused(
                    PasskeyAction.SIGN_IN,
                    AuditSubject.anonymous(),
                    "passkey",
                    "unknown, wrong or used answer, or inactive"));
        }
        return person;
    }

    private boolean used(Parameters form, PasskeyChallenge challenge, StoredPasskey passkey) {
        return verification
                .answered(form, challenge, passkey)
                .filter(count -> passkeys.use(passkey, count, challenge.issuedAt()))
                .isPresent();
    }
}
