package dev.gatehouse.identity.login;

import dev.gatehouse.platform.crypto.Secret;

/** Knows passwords that are not kept here. Implemented by those who can ask for them elsewhere. */
public interface PasswordAuthority {
    /** Whether people may have a password there. */
    boolean available();

    /** Judges a password that is not right here, for the account of that address. */
    PasswordCheck check(String account, Secret password);
}
