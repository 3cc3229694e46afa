package dev.gatehouse.identity.user;

import java.util.UUID;

/**
 * Somebody who may sign in: the id never changes, the e-mail address is in lower case. The sign-in version changes with
 * the password and when a way to sign in is taken away: what somebody has proven or begun under another version counts
 * no more.
 */
public record Person(String id, String email, String name, boolean platformAdmin, int signInVersion) {
    /** Somebody who has not been here before, under a new random id. */
    public static Person newcomer(String email, String name, boolean platformAdmin) {
        return new Person(UUID.randomUUID().toString(), email, name, platformAdmin, 0);
    }
}
