package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.user.Person;

/** What came of a link that was used. */
sealed interface MailboxOutcome {
    /** It was good, and this is its person. */
    record Done(Person person) implements MailboxOutcome {}

    /** It was used already, or its address has become somebody's meanwhile, or nobody's. */
    record Over() implements MailboxOutcome {}
}
