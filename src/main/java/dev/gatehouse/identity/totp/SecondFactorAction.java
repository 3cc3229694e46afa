package dev.gatehouse.identity.totp;

import dev.gatehouse.audit.AuditAction;

enum SecondFactorAction implements AuditAction {
    CODE,
    RECOVERY_CODE_USED
}
