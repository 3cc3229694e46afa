package dev.gatehouse.identity.account;

import dev.gatehouse.audit.AuditAction;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.login.LoginSessions;
import dev.gatehouse.identity.login.SignedInUser;
import dev.gatehouse.identity.passkey.NewPasskey;
import dev.gatehouse.identity.totp.RecoveryCodes;
import dev.gatehouse.identity.totp.TotpCredentials;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * What people change about how they sign in, each with its record in one transaction. Whatever takes a way to sign in
 * away ends every other session, which may have begun by it.
 */
@ApplicationScoped
class SecurityChanges {
    @Inject
    TotpCredentials totps;

    @Inject
    RecoveryCodes recoveryCodes;

    @Inject
    WaysIn ways;

    @Inject
    Users users;

    @Inject
    LoginSessions sessions;

    @Inject
    AuditTrail audit;

    /** Sets the proposed app up by its first code; the recovery codes that come with it, unless the code is wrong. */
    @Transactional
    Optional<List<String>> addTotp(Person person, String code) {
        users.lock(person);
        if (!totps.confirm(person, code)) {
            return Optional.empty();
        }
        record(AccountAction.TOTP_ADDED, person);
        return Optional.of(recoveryCodes.issue(person));
    }

    @Transactional
    void removeTotp(SignedInUser user) {
        users.lock(user.person());
        if (totps.remove(user.person())) {
            recoveryCodes.removeAll(user.person());
            taken(AccountAction.TOTP_REMOVED, user);
        }
    }

    /** New recovery codes in place of the old ones, for whoever has an app. */
    @Transactional
    Optional<List<String>> renewRecoveryCodes(Person person) {
        users.lock(person);
        if (!totps.setUpBy(person)) {
            return Optional.empty();
        }
        record(AccountAction.RECOVERY_CODES_RENEWED, person);
        return Optional.of(recoveryCodes.issue(person));
    }

    /** Adds a passkey; false when it is there already or there are too many. */
    @Transactional
    boolean addPasskey(Person person, String name, NewPasskey made) {
        boolean added = ways.add(person, name, made);
        if (added) {
            record(AccountAction.PASSKEY_ADDED, person);
        }
        return added;
    }

    /** Removes a passkey; false, and nothing changes, when the person could not sign in without it. */
    @Transactional
    boolean removePasskey(SignedInUser user, String id) {
        users.lock(user.person());
        boolean another = ways.withoutPasskey(user.person(), id);
        if (another && ways.removePasskey(user.person(), id)) {
            taken(AccountAction.PASSKEY_REMOVED, user);
        }
        return another;
    }

    /** Ends a link to a provider; false, and nothing changes, when the person could not sign in without it. */
    @Transactional
    boolean removeLink(SignedInUser user, String id) {
        users.lock(user.person());
        boolean another = ways.withoutLink(user.person(), id);
        if (another && ways.removeLink(user.person(), id)) {
            taken(AccountAction.LINK_REMOVED, user);
        }
        return another;
    }

    private void taken(AuditAction action, SignedInUser user) {
        users.outdate(user.person());
        sessions.keep(user);
        record(action, user.person());
    }

    private void record(AuditAction action, Person person) {
        audit.record(AuditEvent.done(action, AuditSubject.person(person.id(), person.email()), person.email()));
    }
}
