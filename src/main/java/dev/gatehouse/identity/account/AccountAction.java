package dev.gatehouse.identity.account;

import dev.gatehouse.audit.AuditAction;

enum AccountAction implements AuditAction {
    PASSWORD_CHANGED,
    TOTP_ADDED,
    TOTP_REMOVED,
    RECOVERY_CODES_RENEWED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    LINK_REMOVED
}
