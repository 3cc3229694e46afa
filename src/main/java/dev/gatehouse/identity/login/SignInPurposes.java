package dev.gatehouse.identity.login;

import java.util.Optional;

/**
 * Tells why somebody is asked to sign in, from where they will go afterwards. Implemented by those who send people
 * here.
 */
public interface SignInPurposes {
    /** What the page at that local path is for; empty when it is not theirs. */
    Optional<SignInPurpose> of(String returnTo);

    /** Tells that somebody on their way there was not signed in, and why. */
    default void refused(String returnTo, String why) {}
}
