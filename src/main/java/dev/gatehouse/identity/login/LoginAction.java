package dev.gatehouse.identity.login;

import dev.gatehouse.audit.AuditAction;

enum LoginAction implements AuditAction {
    SIGN_IN,
    SIGN_OUT
}
