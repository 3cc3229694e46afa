package dev.gatehouse.identity.account;

import dev.gatehouse.audit.AuditAction;

enum AccountAction implements AuditAction {
    PASSWORD_CHANGED
}
