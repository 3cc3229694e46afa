package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.login.ReturnTarget;
import dev.gatehouse.platform.crypto.Secret;

/** A link that somebody has opened, which proves that they read the mailbox of that address; not yet used. */
record OpenedLink(Secret token, String email, ReturnTarget target) {}
