package dev.gatehouse.access;

import dev.gatehouse.audit.AuditAction;

enum AccessAction implements AuditAction {
    CREDENTIAL_REFUSED
}
