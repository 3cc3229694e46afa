package dev.gatehouse.identity.login;

import dev.gatehouse.identity.user.Person;

/** What ends with a person's password, besides their sign-ins. Implemented by those who act on the strength of one. */
public interface PasswordDependents {
    /** Ends what the person has allowed; called in the transaction that replaces the password. */
    void passwordReplaced(Person person);
}
