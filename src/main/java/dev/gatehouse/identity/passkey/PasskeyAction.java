package dev.gatehouse.identity.passkey;

import dev.gatehouse.audit.AuditAction;

enum PasskeyAction implements AuditAction {
    SIGN_IN
}
