package dev.gatehouse.identity.mailbox;

import dev.gatehouse.audit.AuditAction;

enum MailboxAction implements AuditAction {
    RESET_ASKED,
    PASSWORD_RESET,
    SIGN_UP_ASKED,
    SIGNED_UP
}
