package dev.gatehouse.identity.mailbox;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditSubject;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.login.PasswordReplacement;
import dev.gatehouse.identity.user.Person;
import dev.gatehouse.identity.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What whoever reads a mailbox may change by it: the link's use, the change and its record are one transaction. */
@ApplicationScoped
class MailboxChanges {
    @Inject
    MailLinks links;

    @Inject
    Users users;

    @Inject
    PasswordReplacement passwords;

    @Inject
    AuditTrail audit;

    /** Sets a new password, of which the hash is given, and ends all that stood on the old one. */
    @Transactional
    MailboxOutcome reset(OpenedLink link, String passwordHash) {
        var person = users.byEmail(link.email()).filter(users::hasPassword);
        if (person.isEmpty() || !links.use(MailboxPurpose.RESET, link)) {
            return new MailboxOutcome.Over();
        }
        users.verifyEmail(person.get());
        passwords.everywhere(person.get(), passwordHash);
        record(MailboxAction.PASSWORD_RESET, person.get());
        return new MailboxOutcome.Done(person.get());
    }

    /** Adds a person with a password of which the hash is given. */
    @Transactional
    MailboxOutcome signUp(OpenedLink link, String name, String passwordHash) {
        if (users.knows(link.email()) || !links.use(MailboxPurpose.SIGN_UP, link)) {
            return new MailboxOutcome.Over();
        }
        var person = Person.newcomer(link.email(), name, false);
        users.add(person, passwordHash);
        users.verifyEmail(person);
        record(MailboxAction.SIGNED_UP, person);
        return new MailboxOutcome.Done(person);
    }

    private void record(MailboxAction action, Person person) {
        audit.record(AuditEvent.done(action, AuditSubject.person(person.id(), person.email()), person.email()));
    }
}
