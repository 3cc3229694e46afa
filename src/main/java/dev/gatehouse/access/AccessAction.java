package dev.gatehouse.access;

import dev.gatehouse.audit.AuditAction;

enum AccessAction implements AuditAction {
    CREDENTIAL_REFUSED("access.credential_refused");

    private final String wireName;

    AccessAction(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
