package dev.gatehouse.identity.login;

import dev.gatehouse.identity.user.Person;

/** Tells who must prove more than a password. Implemented by each kind of second factor. */
public interface SecondFactors {
    /** Whether the person has set one up, so that it is asked for at every sign-in. */
    boolean setUpBy(Person person);
}
