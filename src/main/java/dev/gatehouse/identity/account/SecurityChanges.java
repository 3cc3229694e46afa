package dev.gatehouse.identity.account;

import dev.gatehouse.audit.AuditAction;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.federation.LinkedAccounts;
import dev.gatehouse.identity.passkey.NewPasskey;
import dev.gatehouse.identity.passkey.Passkeys;
import dev.gatehouse.identity.totp.RecoveryCodes;
import dev.gatehouse.identity.totp.TotpCredentials;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** What people change about how they sign in, each with its record in one transaction. */
@ApplicationScoped
class SecurityChanges {
    @Inject
    TotpCredentials totps;

    @Inject
    RecoveryCodes recoveryCodes;

    @Inject
    Passkeys passkeys;

    @Inject
    LinkedAccounts links;

    @Inject
    Users users;

    @Inject
    AuditTrail audit;

    /** Sets the proposed app up by its first code; the recovery codes that come with it, unless the code is wrong. */
    @Transactional
    Optional<List<String>> addTotp(Person person, String code) {
        if (!totps.confirm(person, code)) {
            return Optional.empty();
        }
        record(AccountAction.TOTP_ADDED, person);
        return Optional.of(recoveryCodes.issue(person));
    }

    @Transactional
    void removeTotp(Person person) {
        if (totps.remove(person)) {
            recoveryCodes.removeAll(person);
            record(AccountAction.TOTP_REMOVED, person);
        }
    }

    /** New recovery codes in place of the old ones, for whoever has an app. */
    @Transactional
    Optional<List<String>> renewRecoveryCodes(Person person) {
        if (!totps.setUpBy(person)) {
            return Optional.empty();
        }
        record(AccountAction.RECOVERY_CODES_RENEWED, person);
        return Optional.of(recoveryCodes.issue(person));
    }

    /** Adds a passkey; false when it is there already or there are too many. */
    @Transactional
    boolean addPasskey(Person person, String name, NewPasskey made) {
        boolean added = passkeys.add(person, name, made);
        if (added) {
            record(AccountAction.PASSKEY_ADDED, person);
        }
        return added;
    }

    @Transactional
    void removePasskey(Person person, String id) {
        if (passkeys.remove(person, id)) {
            record(AccountAction.PASSKEY_REMOVED, person);
        }
    }

    /** Ends a link to a provider, unless the person could not sign in without it. */
    @Transactional
    void removeLink(Person person, String id) {
        users.lock(person.id());
        if (hasOtherThanOneLink(person) && links.remove(person, id)) {
            record(AccountAction.LINK_REMOVED, person);
        }
    }

    /** Whether one link fewer leaves a way to sign in. */
    @Transactional
    boolean hasOtherThanOneLink(Person person) {
        return users.hasPassword(person)
                || !passkeys.of(person).isEmpty()
                || links.of(person).size() > 1;
    }

    private void record(AuditAction action, Person person) {
        audit.record(AuditEvent.done(action, AuditSubject.person(person.id(), person.email()), person.email()));
    }
}
