package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.login.ReturnTarget;

/** A letter that somebody has asked for, to be written now; whether one is due at all is seen then. */
record DueLetter(String id, MailboxPurpose purpose, String email, ReturnTarget target) {}
